import type { WinRecord } from './comparisons'

/**
 * Pairs of models that OPEN and net order the other way round: a board that shows one of the two has to say so. (Net and
 * half-tie always order alike.) The first of a pair is ahead by OPEN, the second by net; equals in either are no pair.
 * A record without a comparison stands in no pair.
 *
 * @param records one per model, against one baseline; whole numbers, compared without rounding
 */
export function openOrders(records: readonly WinRecord[]): { first: number; second: number }[] {
  const pairs: { first: number; second: number }[] = []
  records.forEach((one, first) => {
    records.forEach((other, second) => {
      const [n, m] = [total(one), total(other)]
      if (n === 0 || m === 0) return
      const aheadByOpen = (one.wins + one.ties) * m > (other.wins + other.ties) * n
      const behindByNet = (one.wins - one.losses) * m < (other.wins - other.losses) * n
      if (aheadByOpen && behindByNet) pairs.push({ first, second })
    })
  })
  return pairs
}

const total = ({ wins, ties, losses }: WinRecord) => wins + ties + losses
