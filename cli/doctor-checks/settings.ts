import { attempt, type Check } from './check'

/** Reads the settings as web and worker would; a wrong one is a finding, not a crash. */
export function settingsCheck(): Promise<Check> {
  return attempt('settings', async () => {
    const { siteUrl } = await import('@/lib/env')
    return { ok: true, message: `settings are well formed; the site is ${siteUrl}` }
  })
}

/** A secret that somebody typed is shorter or more even than one that a machine made. */
export function secretCheck(): Promise<Check> {
  return attempt('secret', async () => {
    const { env } = await import('@/lib/env')
    const ok = new Set(env.NEXTAUTH_SECRET).size >= 16
    return {
      ok,
      message: ok
        ? 'the secret looks random'
        : 'NEXTAUTH_SECRET repeats itself; make one with openssl rand -base64 36',
    }
  })
}
