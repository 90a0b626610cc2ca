import { normaliseLogin } from './login'

export const shortestPassword = 10
export const longestPassword = 200

export type PasswordProblem = 'tooShort' | 'tooLong' | 'sameAsLogin'

/** What is wrong with a password that somebody chose, or null. Length counts characters, in any script. */
export function problemWithPassword(password: string, login: string): PasswordProblem | null {
  const length = [...password].length
  if (length < shortestPassword) return 'tooShort'
  if (length > longestPassword) return 'tooLong'
  const own = normaliseLogin(login)
  return own !== null && normaliseLogin(password) === own ? 'sameAsLogin' : null
}
