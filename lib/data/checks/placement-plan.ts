import type { CheckRates } from '@/lib/domain/quality/checks/check-kind'
import { afterPlacement, placeCheck, type CheckHistory } from '@/lib/domain/quality/checks/place-check'
import { placementFacts, type Candidate, type PlacementFactsRow } from './placement-facts'

/** What a rater's next places are, one entry each in all lists; but for its kind, live work is still open. */
export type PlacementPlan = {
  /** What was handed out when this was planned: another tab's claim makes it void. */
  placed: number
  kinds: string[]
  taskIds: (string | null)[]
  ofIds: (string | null)[]
  outputIds: (string | null)[]
  hashes: (string | null)[]
}

type Asked = { rates: CheckRates; limit: number; fromStart: boolean }

/** Plans a claim in a study with hidden checks. Null where the rater has no seat in it any more. */
export async function placementPlan(
  raterId: string,
  slug: string,
  asked: Asked,
): Promise<PlacementPlan | null> {
  const facts = await placementFacts(raterId, slug, asked)
  return facts && planned(facts, asked)
}

function planned(facts: PlacementFactsRow, { rates, limit }: Asked): PlacementPlan {
  const { placed, gold, repeat, degraded, seedA, seedB } = facts
  const looks = facts.looks ?? []
  const left = new Set(facts.candidates ?? [])
  let history: CheckHistory = { assignments: placed, checks: { gold, repeat, degraded } }
  const places: (Candidate | null)[] = []
  for (let lives = 0; places.length < limit;) {
    const look = looks[lives]
    const alike = [...left].filter((each) => each.look === look)
    const of = (kind: Candidate['kind']) => alike.filter((each) => each.kind === kind)
    const eligible = { gold: of('gold').length, repeat: of('repeat').length, degraded: of('degraded').length }
    const placement = placeCheck(
      history,
      { hasLive: look !== undefined, eligible },
      { rates, seed: [seedA, seedB] },
    )
    const check = placement.kind === 'live' ? null : (of(placement.kind)[placement.index] ?? null)
    if (check) left.delete(check)
    else lives += 1
    places.push(check)
    history = afterPlacement(history, placement)
  }
  return {
    placed,
    kinds: places.map((each) => each?.kind ?? 'live'),
    taskIds: places.map((each) => each?.taskId ?? null),
    ofIds: places.map((each) => each?.ofId ?? null),
    outputIds: places.map((each) => each?.outputId ?? null),
    hashes: places.map((each) => each?.hash ?? null),
  }
}
