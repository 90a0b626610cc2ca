/** Remembers a choice of the reader for a year; `null` forgets it. */
export function remember(cookie: string, value: string | null): void {
  const lifetime = value === null ? 0 : 365 * 24 * 3600
  const secure = location.protocol === 'https:' ? '; secure' : ''
  document.cookie = `${cookie}=${value ?? ''}; path=/; max-age=${lifetime}; samesite=lax${secure}`
}
