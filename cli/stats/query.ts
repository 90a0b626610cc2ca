import { UsageError } from '@/cli/command'
import { seedFrom } from '@/cli/seed-flag'

const text = { type: 'string' } as const

export const flags = {
  item: text,
  rater: text,
  value: text,
  group: text,
  a: text,
  b: text,
  verdict: text,
  level: text,
  weights: text,
  test: text,
  alternative: text,
  method: text,
  continuity: { type: 'boolean' },
  'no-continuity': { type: 'boolean' },
  interval: text,
  baseline: text,
  side: { type: 'boolean' },
  where: { type: 'string', multiple: true },
  resamples: text,
  seed: text,
  effect: text,
  rate: text,
  n: text,
  power: text,
  'max-error': text,
  confidence: text,
  accept: text,
  lot: text,
} as const

export const usage = `stats <measure> <file.csv> [--item c[,c2]] [--rater c] [--value c] [--group c] [--a c] [--b c] [--verdict c]
  [--where column=value]… [--level nominal|ordinal|interval|ratio] [--weights none|linear|quadratic]
  [--test wilcoxon|mann-whitney|permutation] [--alternative two-sided|greater|less] [--method auto|exact|normal]
  [--continuity|--no-continuity] [--interval percentile|bca] [--baseline model] [--side] [--resamples n] [--seed n]
stats power --effect d|--rate p --n n|--power p [--alternative …]
stats acceptance --max-error p [--confidence p] [--accept c] [--lot n]`

type Flag = Exclude<keyof typeof flags, 'where' | 'continuity' | 'no-continuity' | 'side'>
type Values = { [name in Flag]?: string | undefined } & {
  where?: string[] | undefined
  continuity?: boolean | undefined
  'no-continuity'?: boolean | undefined
  side?: boolean | undefined
}

const words = {
  level: ['nominal', 'ordinal', 'interval', 'ratio'],
  weights: ['none', 'linear', 'quadratic'],
  test: ['wilcoxon', 'mann-whitney', 'permutation'],
  alternative: ['two-sided', 'greater', 'less'],
  method: ['auto', 'exact', 'normal'],
  interval: ['percentile', 'bca'],
} as const

type Words = typeof words

/** What was asked on the command line, each value checked. */
export class Query {
  readonly #looked = new Set<string>()

  constructor(
    readonly measure: string,
    readonly file: string | null,
    private readonly values: Values,
  ) {}

  /** Flags that were given and that the measure did not look at. */
  get ignored(): string[] {
    return Object.keys(this.values).filter((flag) => !this.#looked.has(flag))
  }

  #value<F extends keyof Values>(flag: F): Values[F] {
    this.#looked.add(flag)
    return this.values[flag]
  }

  /** The column that a flag names; without the flag the column has the flag's own name. */
  column(flag: 'rater' | 'value' | 'group' | 'a' | 'b' | 'verdict'): string {
    return this.#value(flag) ?? flag
  }

  /** The columns whose values together name an item. */
  get item(): string[] {
    return (this.#value('item') ?? 'item').split(',').map((name) => name.trim())
  }

  has(flag: Flag): boolean {
    return this.#value(flag) !== undefined
  }

  /** Those of some columns that nothing was said about: a file may be without them. */
  unsaid(...columns: ('item' | 'rater')[]): string[] {
    return columns.filter((column) => !this.has(column))
  }

  /** The model that all others are compared with. */
  get baseline(): string | undefined {
    return this.#value('baseline')
  }

  /** Whether what the left side is worth is to be fitted. */
  get side(): boolean {
    return this.#value('side') === true
  }

  /** One of a few words; the first where the flag is absent, unless another is the usual one. */
  word<F extends keyof Words>(flag: F, usual: Words[F][number]): Words[F][number] {
    const given = this.#value(flag)
    if (given === undefined) return usual
    const found = words[flag].find((word) => word === given)
    if (!found) throw new UsageError(`--${flag} is ${words[flag].join(', ')}, not "${given}"\n${usage}`)
    return found
  }

  /** Whether to correct for continuity; `usual` where nothing is said. */
  continuity(usual: boolean): boolean {
    if (this.#value('continuity')) return true
    return this.#value('no-continuity') ? false : usual
  }

  get where(): { column: string; value: string }[] {
    return (this.#value('where') ?? []).map((condition) => {
      const at = condition.indexOf('=')
      if (at < 1) throw new UsageError(`--where is column=value, not "${condition}"\n${usage}`)
      return { column: condition.slice(0, at), value: condition.slice(at + 1) }
    })
  }

  get seed(): number {
    return seedFrom(this.#value('seed'), usage)
  }

  /** How many resamples are asked for; null without `--resamples`. */
  get resamples(): number | null {
    return this.has('resamples') ? this.count('resamples', 2, 1_000_000) : null
  }

  count(flag: Flag, least: number, most = 1e9): number {
    const given = Number(this.required(flag))
    if (!Number.isInteger(given) || given < least || given > most)
      throw new UsageError(`--${flag} is a whole number from ${least} to ${most}\n${usage}`)
    return given
  }

  /** A number strictly between two limits. */
  number(flag: Flag, [above, below]: [number, number]): number {
    const given = Number(this.required(flag))
    if (!(given > above && given < below))
      throw new UsageError(`--${flag} is a number above ${above} and below ${below}\n${usage}`)
    return given
  }

  private required(flag: Flag): string {
    const given = this.#value(flag)
    if (given === undefined || given.trim() === '') throw new UsageError(`--${flag} is missing\n${usage}`)
    return given
  }
}
