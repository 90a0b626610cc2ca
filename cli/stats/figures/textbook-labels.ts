import { dawidSkene, errorRate } from '@/lib/stats/label-models/dawid-skene'
import { majorityVote } from '@/lib/stats/label-models/majority-vote'
import type { Labels } from '@/lib/stats/ratings'

type Example = { labels: [item: number, rater: number, label: number][]; majority: Record<string, number> }

/** The anaesthetists of Dawid & Skene (1979): items, raters and labels are numbered from 1. */
export function dawidSkeneFigures({ labels: rows, majority }: Example) {
  const labels = labelsOf(rows)
  const fit = dawidSkene(labels, { tolerance: 1e-13, maxIterations: 10_000 })
  if (fit.reason !== null) throw new Error(fit.reason)
  const { items, categories } = labels
  const numbered = <T>(count: number, of: (place: number) => T) =>
    Object.fromEntries(Array.from({ length: count }, (_, place) => [place + 1, of(place)]))
  const votes = majorityVote(labels)
  return {
    published_class_marginals: [...fit.prior],
    priors: numbered(categories, (category) => fit.prior[category]),
    labels_hat: numbered(items, (item) => 1 + (fit.label[item] ?? Number.NaN)),
    probas: numbered(items, (item) =>
      numbered(categories, (category) => fit.posterior[item * categories + category]),
    ),
    majority: numbered(items, (item) => winnerOf(votes[item], majority[item + 1])),
    'error_rates_worker1 {true: {observed: p}}': numbered(categories, (truth) =>
      numbered(categories, (label) => errorRate(fit, { rater: 0, label, truth }).value),
    ),
    log_likelihood: fit.logLikelihood,
  }
}

/** The example breaks ties; any of the tied is right there. */
function winnerOf(vote: ReturnType<typeof majorityVote>[number] | undefined, chosen = 0): number | null {
  if (!vote || vote.label !== null) return vote ? 1 + (vote.label ?? 0) : null
  return vote.tied.includes(chosen - 1) ? chosen : null
}

function labelsOf(rows: Example['labels']): Labels {
  const column = (at: 0 | 1 | 2) => Int32Array.from(rows, (row) => row[at] - 1)
  const [item, rater, label] = [column(0), column(1), column(2)]
  const count = (numbers: Int32Array) => 1 + Math.max(...numbers)
  return { items: count(item), raters: count(rater), categories: count(label), item, rater, label }
}
