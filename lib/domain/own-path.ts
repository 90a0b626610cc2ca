/** The path of an address on our own site, or null for any other: `//evil`, `/\evil`, `javascript:`, `https:evil`. */
export function ownPath(text: unknown, siteUrl: string): string | null {
  if (typeof text !== 'string' || !/^(\/|https?:\/\/)/.test(text) || !URL.canParse(text, siteUrl)) return null
  const url = new URL(text, siteUrl)
  if (url.origin !== new URL(siteUrl).origin || url.username || url.password) return null
  // A path of its own may still begin with two slashes, which a browser reads as another host.
  return (url.pathname + url.search + url.hash).replace(/^\/+/, '/')
}
