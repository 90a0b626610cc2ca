import { openScore } from '@/lib/stats/comparisons/open-score'
import { agrestiCoullInterval } from '@/lib/stats/intervals/agresti-coull-interval'
import { clopperPearsonInterval } from '@/lib/stats/intervals/clopper-pearson-interval'
import { waldInterval } from '@/lib/stats/intervals/wald-interval'
import { wilsonInterval } from '@/lib/stats/intervals/wilson-interval'
import { uniformDraw } from '@/lib/stats/random/draws'
import type { Random } from '@/lib/stats/random/seeded-random'
import type { Claim } from './claims'

const intervals = {
  Wilson: wilsonInterval,
  'Clopper–Pearson': clopperPearsonInterval,
  'Agresti–Coull': agrestiCoullInterval,
  Wald: waldInterval,
}

/** Studies of as many trials for each probability of success. */
export function proportionStudies(
  trials: number,
  probabilities: readonly number[],
): (random: Random) => Claim[] {
  return (random) =>
    probabilities.flatMap((probability) => {
      let successes = 0
      for (let trial = 0; trial < trials; trial += 1) if (uniformDraw(random) < probability) successes += 1
      return Object.entries(intervals).map(([method, interval]) => ({
        figure: `share ${probability}`,
        method,
        truth: probability,
        limits: interval(successes, trials),
      }))
    })
}

export type Contest = { comparisons: number; win: number; tie: number; perPrompt?: number }

/**
 * Studies of comparisons with a baseline, read as OPEN, net and half-tie. Of one prompt, all `perPrompt` comparisons come
 * out alike.
 */
export function openStudies({ comparisons, win, tie, perPrompt = 1 }: Contest): (random: Random) => Claim[] {
  const loss = 1 - win - tie
  return (random) => {
    const record = { wins: 0, ties: 0, losses: 0 }
    for (let done = 0; done < comparisons; done += perPrompt) {
      const u = uniformDraw(random)
      record[u < win ? 'wins' : u < win + tie ? 'ties' : 'losses'] += perPrompt
    }
    const score = openScore(record)
    if (score.reason !== null) return []
    const claim = (figure: string, truth: number, { low, high }: { low: number; high: number }): Claim => ({
      figure,
      truth,
      method: 'openScore',
      limits: [low, high],
    })
    return [
      claim('OPEN', (win + tie) * 100, score.open),
      claim('net', win - loss, score.net),
      claim('half-tie', win + tie / 2, score.halfTie),
    ]
  }
}
