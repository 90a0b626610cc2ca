import { db } from './db'

/** Whether the database answers, and is not a standby that takes no writes. */
export async function isDatabaseUp(): Promise<boolean> {
  const answer = db.$queryRaw<{ standby: boolean }[]>`SELECT pg_is_in_recovery() AS standby`
  const [state] = await answer.catch(() => [])
  return state?.standby === false
}
