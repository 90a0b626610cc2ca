import { NextResponse, type NextRequest } from 'next/server'
import { env } from '@/lib/env'
import { sessionCookie } from '@/lib/server/session'

const development = env.NODE_ENV === 'development'

/**
 * Headers of every page: a fresh script nonce, caching, and the language asked for in the address. It lets everybody
 * through: who may see a page is decided by the page.
 */
export function proxy(request: NextRequest) {
  const policy = contentSecurityPolicy(btoa(crypto.randomUUID()))
  const headers = new Headers(request.headers)
  // Next reads the nonce for its own scripts from the policy on the request.
  headers.set('content-security-policy', policy)
  headers.set('x-mangping-lang', request.nextUrl.searchParams.get('lang') ?? '')

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  response.headers.set('Cache-Control', cachingOf(request))
  return response
}

/** What is published may be kept and asked about again, but for whom the bar names; all else leaves no trace. */
function cachingOf({ nextUrl, cookies }: NextRequest): string {
  const isPublished = nextUrl.pathname === '/leaderboards' || nextUrl.pathname.startsWith('/leaderboards/')
  return isPublished && !cookies.has(sessionCookie) ? 'private, no-cache' : 'no-store'
}

function contentSecurityPolicy(nonce: string): string {
  // Next's development server evaluates code and talks to the page over a socket.
  const script = development ? " 'unsafe-eval'" : ''
  const connect = development ? ' ws:' : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${script}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self'${connect}`,
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')
}

export const config = { matcher: ['/((?!api/|_next/static/|icon\\.svg$).*)'] }
