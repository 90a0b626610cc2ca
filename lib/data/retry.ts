/** What PostgreSQL says when two statements got in each other's way and one may simply be sent again. */
const raced = /P2034|TransactionWriteConflict|\b(40001|40P01|23505)\b/

/**
 * Runs a statement that is its own transaction again where it lost a race: two tabs of one rater that claim at once may
 * pick the same task, and the unique key lets one of them in. Bounded; the last error is thrown.
 */
export async function retryRaces<T>(run: () => Promise<T>, attempts = 5): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run()
    } catch (error) {
      if (attempt >= attempts || !raced.test(`${errorCode(error)} ${String(error)}`)) throw error
    }
  }
}

function errorCode(error: unknown): string {
  return error !== null && typeof error === 'object' && 'code' in error ? String(error.code) : ''
}
