import { subscribe } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'
import { isHttps } from '@/lib/env'

// Kept where every bundle of the process finds it.
const kept = globalThis as { mangpingHttpsOnly?: boolean }

/**
 * Under https every answer says that http is over: pages, API, files, errors that Next gives by itself. MANGPING_URL is
 * a setting of the running site, while `headers` of next.config.js are frozen by the build; so Node is asked.
 */
export function insistOnHttps(): void {
  if (!isHttps || kept.mangpingHttpsOnly) return
  kept.mangpingHttpsOnly = true
  subscribe('http.server.request.start', (message) => {
    const { response } = message as { response: ServerResponse }
    response.setHeader('Strict-Transport-Security', 'max-age=31536000')
  })
}
