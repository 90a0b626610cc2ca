import type { NextRequest } from 'next/server'
import NextAuth, { type AuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { endSession, sessionHolder, startSession } from '@/lib/data/accounts'
import { env, isHttps, siteUrl } from '@/lib/env'
import { addressOf } from './address'
import { log } from './log'
import { returnPath } from './return-path'
import { readSession, sessionCookie, sessionSeconds, signSession } from './session'
import { provenAccount } from './sign-in'

export const returnCookie = 'mangping.return'

const cookieOptions = { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps }
const host = isHttps ? '__Host-' : ''

const credentials = Credentials({
  credentials: { login: {}, password: {} },
  async authorize(given, { headers }) {
    const address = addressOf(new Headers(headers))
    const signIn = await provenAccount(given?.login ?? '', given?.password ?? '', address).catch(
      (error: unknown) => {
        log.error({ err: error }, 'sign-in failed')
        // What is thrown here travels in a URL: a word for auth-endpoint.ts, never the error itself.
        throw new Error('unavailable')
      },
    )
    if (signIn.ok) return { id: signIn.accountId }
    if (signIn.waitSeconds > 0) throw new Error(`throttled:${signIn.waitSeconds}`)
    return null
  },
})

const options: AuthOptions = {
  secret: env.NEXTAUTH_SECRET,
  providers: [credentials],
  pages: { signIn: '/sign-in' },
  session: { strategy: 'jwt', maxAge: sessionSeconds },
  useSecureCookies: isHttps,
  cookies: {
    sessionToken: { name: sessionCookie, options: cookieOptions },
    csrfToken: { name: `${host}mangping.csrf`, options: cookieOptions },
    callbackUrl: { name: returnCookie, options: cookieOptions },
  },
  jwt: {
    encode: ({ token }) => signSession(String(token?.['sid'])),
    decode: async ({ token }) => {
      const sid = await readSession(token)
      return sid ? { sid } : null
    },
  },
  callbacks: {
    async jwt({ token, user, trigger }) {
      if (trigger === 'signIn') return { sid: await startSession(user.id) }
      if (!(await sessionHolder(String(token['sid'])))) throw new Error('The session has ended.')
      return token
    },
    session: ({ session }) => ({ expires: session.expires }),
    redirect: ({ url }) => siteUrl + returnPath(url),
  },
  events: {
    async signOut({ token }) {
      if (token) await endSession(String(token['sid']))
    },
  },
  logger: {
    error: (code) => log.warn({ code }, 'next-auth'),
    warn: () => undefined,
    debug: () => undefined,
  },
}

/** next-auth as it comes; auth-endpoint.ts decides what of it is reachable. */
export async function nextAuth(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const answer: Response = await NextAuth(request, context, options)
  return answer
}
