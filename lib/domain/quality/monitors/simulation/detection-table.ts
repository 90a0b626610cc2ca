import { median } from '@/lib/stats/descriptive/median'
import { monitorNames, type MonitorName } from '@/lib/domain/quality/monitors/monitor-name'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import type { Kind } from './simulated-raters'
import type { Shape } from './simulated-study'
import { watchedStudy, type Watched } from './watched-study'

export type Detection = {
  kind: Kind
  presentation: Shape['presentation']
  good: Watched[]
  bad: Watched[]
}

/** `studies` panels of 25 good raters and 5 of the kind, each study from its own stream of the seed. */
export function detected(kind: Kind, shape: Shape, studies: number): Detection {
  const all = Array.from({ length: studies }, (_, study) => {
    const random = seededRandom(410, study)
    return watchedStudy({ good: 25, bad: 5, kind }, shape, random).watched
  }).flat()
  const { presentation } = shape
  if (kind === 'good') return { kind, presentation, good: all, bad: [] }
  return {
    kind,
    presentation,
    good: all.filter(({ rater }) => rater.kind === 'good'),
    bad: all.filter(({ rater }) => rater.kind === kind),
  }
}

/** Own tasks until any monitor flags; null where none did. */
export function firstFlag({ flagged }: Watched): number | null {
  const found = Object.values(flagged)
  return found.length === 0 ? null : Math.min(...found)
}

export const shareFlagged = (raters: readonly Watched[]) =>
  raters.filter((rater) => firstFlag(rater) !== null).length / raters.length

export const flaggedBy = (raters: readonly Watched[], monitor: MonitorName) =>
  raters.filter(({ flagged }) => flagged[monitor] !== undefined).length / raters.length

/** Own tasks from the onset of a drift to its flag by the drift monitor, infinite where it was not found; the median. */
export function drifted(raters: readonly Watched[]): number {
  return median(raters.map(({ rater, flagged }) => (flagged.drift ?? Infinity) - rater.onset))
}

const percent = (share: number) => (100 * share).toFixed(2)

/** One line per kind: share of bad and good raters flagged, median task of the first flag. */
export function detectionTable(rows: readonly Detection[]): string {
  return aligned([
    ['kind', 'presentation', 'bad', 'flagged %', 'median task', 'good', 'flagged %', 'found by'],
    ...rows.map(({ kind, presentation, good, bad }) => [
      kind,
      presentation,
      String(bad.length),
      bad.length === 0 ? '' : percent(shareFlagged(bad)),
      bad.length === 0 ? '' : String(median(bad.map((rater) => firstFlag(rater) ?? Infinity))),
      String(good.length),
      percent(shareFlagged(good)),
      byMonitor(bad, 0.05),
    ]),
  ])
}

/** One line per monitor: share of all good raters it flagged. */
export function falseFlagTable(rows: readonly Detection[]): string {
  const presentations = [...new Set(rows.map(({ presentation }) => presentation))]
  return aligned([
    ['good raters flagged, %', ...presentations],
    ...[...monitorNames, null].map((monitor) => [
      monitor ?? 'any',
      ...presentations.map((presentation) => {
        const good = rows.filter((row) => row.presentation === presentation).flatMap((row) => row.good)
        const flagged = good.filter((one) =>
          monitor === null ? firstFlag(one) !== null : one.flagged[monitor] !== undefined,
        )
        return `${percent(flagged.length / good.length)} (${flagged.length} of ${good.length})`
      }),
    ]),
  ])
}

function byMonitor(raters: readonly Watched[], atLeast: number): string {
  return monitorNames
    .map((name) => ({
      name,
      share: flaggedBy(raters, name),
    }))
    .filter(({ share }) => share >= atLeast)
    .sort((a, b) => b.share - a.share)
    .map(({ name, share }) => `${name} ${Math.round(100 * share)}`)
    .join(', ')
}

export function aligned(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  )
  return lines
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
