import { UserError } from '@/lib/domain/user-error'
import { defineCommand, UsageError } from './command'

const usage = `stats <measure> <file.csv> [--item c[,c2]] [--rater c] [--value c] [--group c] [--a c] [--b c] [--verdict c]
  [--level nominal|ordinal|interval|ratio] [--weights none|linear|quadratic]
  [--test wilcoxon|mann-whitney|permutation] [--where column=value] [--resamples n] [--seed n]`

const column = { type: 'string' } as const

export const command = defineCommand({
  name: 'stats',
  usage,
  options: {
    item: column,
    rater: column,
    value: column,
    group: column,
    a: column,
    b: column,
    verdict: column,
    level: { type: 'string' },
    weights: { type: 'string' },
    test: { type: 'string' },
    where: { type: 'string', multiple: true },
    resamples: { type: 'string' },
    seed: { type: 'string' },
  },
  async run({ positionals: [measure] }) {
    if (!measure) throw new UsageError(usage)
    throw new UserError('unsupported', `The measure "${measure}" is not built yet.`)
  },
})
