export type JsonClient = {
  get: <T>(path: string) => Promise<T>
  post: <T>(path: string, body?: object) => Promise<T>
}

/** Calls `/api/v1/…` as somebody; anything but success ends the test with what was answered. */
export function jsonClient(site: string, cookie: string): JsonClient {
  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`${site}/api/v1/${path}`, {
      method,
      headers: { Cookie: cookie, Origin: site, 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return JSON.parse(text) as T
  }
  return { get: (path) => call('GET', path), post: (path, body = {}) => call('POST', path, body) }
}
