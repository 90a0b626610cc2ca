import type { Inspector } from '@/lib/domain/people/actor'
import type { Transaction } from '@/lib/data/db'
import { Prisma } from '@/lib/data/generated/client'

type CasePlace = { roundId: string; promptId: string }

const heldFor = Prisma.sql`interval '30 minutes'`

/** Holds a case for an inspector. Returns until when. */
export async function holdCase(
  tx: Transaction,
  inspector: Inspector,
  { roundId, promptId }: CasePlace,
): Promise<Date | null> {
  const [lease] = await tx.$queryRaw<{ until: Date }[]>`
    INSERT INTO arbitration_lease (round_id, prompt_id, inspector_id, until)
    VALUES (${roundId}::uuid, ${promptId}::uuid, ${inspector.id}::uuid, now() + ${heldFor})
    ON CONFLICT (round_id, prompt_id) DO UPDATE SET inspector_id = excluded.inspector_id, until = excluded.until
    RETURNING until`
  return lease?.until ?? null
}

/** Ends it. Returns the milliseconds since it was handed out; null where this inspector did not have it, or has it no more. */
export async function endHolding(
  tx: Transaction,
  inspector: Inspector,
  { roundId, promptId }: CasePlace,
): Promise<number | null> {
  const [lease] = await tx.$queryRaw<{ dwellMs: number }[]>`
    DELETE FROM arbitration_lease
    WHERE round_id = ${roundId}::uuid AND prompt_id = ${promptId}::uuid AND inspector_id = ${inspector.id}::uuid
    RETURNING least(86400000, greatest(0, extract(epoch FROM now() - until + ${heldFor}) * 1000))::int AS "dwellMs"`
  return lease?.dwellMs ?? null
}
