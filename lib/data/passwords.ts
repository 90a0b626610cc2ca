import { hash, verify } from '@node-rs/argon2'
import { UserError } from '@/lib/domain/user-error'
import { problemWithPassword, type PasswordProblem } from '@/lib/domain/people/password'

// argon2id (the library's default), the second choice of OWASP's list with half as much time again.
const cost = { memoryCost: 19_456, timeCost: 3, parallelism: 1 }

// The same cost for a login that nobody has, so that time does not tell who exists.
const nobodysHash = hash('nobody has this password', cost)

const sentences: Record<PasswordProblem, string> = {
  tooShort: 'at least 10 characters',
  tooLong: 'at most 200 characters',
  sameAsLogin: 'something else than the login',
}

/** The hash to keep of a password that somebody chose; refuses one that is too easy. */
export async function hashPassword(password: string, login: string): Promise<string> {
  const problem = problemWithPassword(password, login)
  if (problem)
    throw new UserError('invalid', `Choose another password: ${sentences[problem]}.`, {
      fields: { password: sentences[problem] },
    })
  return hash(password.normalize('NFKC'), cost)
}

/** Whether the password is right; takes as long for nobody (null) as for somebody. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  const right = await verify(kept ?? (await nobodysHash), password.normalize('NFKC'))
  return right && kept !== null
}
