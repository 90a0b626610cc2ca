import { jwtVerify, SignJWT } from 'jose'
import { env, isHttps } from '@/lib/env'

/** The cookie carries a signed session id and nothing else; the row behind it decides. */
export const sessionCookie = isHttps ? '__Host-mangping.session' : 'mangping.session'
export const sessionSeconds = 14 * 24 * 3600

// Made once: deriving a key costs more than checking a signature.
const key = new TextEncoder().encode(env.NEXTAUTH_SECRET)

export function signSession(sessionId: string): Promise<string> {
  return new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .setExpirationTime(`${sessionSeconds}s`)
    .sign(key)
}

/** The session id in a token, or null for anything that is not ours. */
export async function readSession(token: string | undefined): Promise<string | null> {
  if (!token) return null
  try {
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'] })
    return typeof payload['sid'] === 'string' ? payload['sid'] : null
  } catch {
    return null
  }
}

/** The value of one cookie in a Cookie header. */
export function cookieValue(header: string | null, name: string): string | undefined {
  const pair = header?.split(/;\s*/).find((part) => part.startsWith(`${name}=`))
  return pair?.slice(name.length + 1)
}
