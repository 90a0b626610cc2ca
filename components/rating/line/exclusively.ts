/** Long enough for a send, short enough that a frozen tab does not hold up the others. */
const patienceMs = 10_000

/** One tab at a time sends. Where the browser has no locks, the idempotency key alone keeps it to one rating each. */
export async function exclusively(name: string, work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return work()
  let begun = false
  const begin = () => {
    begun = true
    return work()
  }
  try {
    await navigator.locks.request(name, { signal: AbortSignal.timeout(patienceMs) }, begin)
  } catch (error) {
    if (begun) throw error
    await work()
  }
}
