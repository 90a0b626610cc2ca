/** Runs once in each web process, before it answers. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] === 'edge') return
  const { nameAddresses } = await import('@/lib/server/address')
  nameAddresses()
  const { insistOnHttps } = await import('@/lib/server/https-only')
  insistOnHttps()
}
