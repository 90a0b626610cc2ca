/**
 * One spelling per login: compatibility characters folded (`ＡＬＩＣＥ＠…` is `alice@…`), lower case. Null where the text
 * cannot be a login.
 */
export function normaliseLogin(text: string): string | null {
  const login = text.trim().normalize('NFKC').toLowerCase().normalize('NFKC')
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@+-]{0,99}$/u.test(login) ? login : null
}
