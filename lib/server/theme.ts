import { cookies } from 'next/headers'

export const themeCookie = 'mangping.theme'

/** The theme a reader has chosen; null leaves it to the system. */
export async function chosenTheme(): Promise<'light' | 'dark' | null> {
  const value = (await cookies()).get(themeCookie)?.value
  return value === 'light' || value === 'dark' ? value : null
}
