import type { Transaction } from '@/lib/data/db'

/**
 * One transaction at a time settles cells of a study: the worker, an exclusion, an arbitration. Held to the end of the
 * transaction; taken before any row that the worker writes too, so that nobody waits in a circle.
 */
export async function lockChain(tx: Transaction, studyId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`chain ${studyId}`}, 0))`
}

/** The same without waiting: false where somebody else has it. */
export async function tryLockChain(tx: Transaction, studyId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ locked: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`chain ${studyId}`}, 0)) AS locked`
  return row?.locked ?? false
}
