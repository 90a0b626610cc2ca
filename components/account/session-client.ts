export type SignInAnswer =
  { done: true; path: string } | { done: false; reason: 'wrong' | 'throttled' | 'failed' }

/** Signs in at the site's own door; `next` is a path of this site. */
export async function signIn(login: string, password: string, next = '/'): Promise<SignInAnswer> {
  const answer = await post('callback/credentials', { login, password, callbackUrl: next })
  if (answer?.ok) return { done: true, path: pathOf(((await answer.json()) as { url: string }).url) }
  const reasons: Record<number, 'wrong' | 'throttled'> = { 401: 'wrong', 429: 'throttled' }
  return { done: false, reason: reasons[answer?.status ?? 0] ?? 'failed' }
}

/** Ends this session on the server. The path to go on to, or null when the server could not be asked. */
export async function signOut(): Promise<string | null> {
  const answer = await post('signout', { callbackUrl: '/sign-in' })
  return answer?.ok ? pathOf(((await answer.json()) as { url: string }).url) : null
}

async function post(door: string, fields: Record<string, string>): Promise<Response | null> {
  try {
    const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string }
    const body = new URLSearchParams({ ...fields, csrfToken, json: 'true' })
    return await fetch(`/api/auth/${door}`, { method: 'POST', body })
  } catch {
    // Offline, or the server is starting: the form says so and keeps what was typed.
    return null
  }
}

/** Without the host: the site may be open under another name than its own. */
function pathOf(address: string): string {
  const url = new URL(address, location.href)
  return url.pathname + url.search + url.hash
}
