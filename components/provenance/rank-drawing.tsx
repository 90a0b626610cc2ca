import { useTranslations } from 'next-intl'
import { classes } from '@/components/ui/classes'
import type { SureView } from '@/lib/domain/quality/views/provenance-view'
import { rankLines, type RankLine, type RankPoint } from './rank-lines'

const column = 112
const row = 34
const top = 40
const longest = 20

const xOf = ({ view }: Pick<RankPoint, 'view'>) => view * column
const yOf = ({ slot }: Pick<RankPoint, 'slot'>) => top + slot * row + row / 2

/** Ranks from view to view: level lines are sure, what crosses depends on the way taken. Scrolls where it is wider. */
export function RankDrawing({ sure }: { sure: SureView }) {
  const t = useTranslations('provenance')
  const shown = sure.views.filter(({ reason }) => reason === null)
  const lines = rankLines(sure)
  if (lines.length === 0) return null
  const side = sideFor(lines)
  const width = side * 2 + (shown.length - 1) * column
  const height = top + lines.length * row + 8
  return (
    <div
      role="region"
      aria-label={t('ranksDrawn')}
      tabIndex={0}
      className="overflow-x-auto border border-line bg-sheet"
    >
      <svg
        viewBox={`${-side} 0 ${width} ${height}`}
        width={width}
        height={height}
        aria-hidden
        className="mx-auto block text-12"
      >
        {shown.map(({ view }, place) => (
          <g key={view}>
            <line
              x1={xOf({ view: place })}
              x2={xOf({ view: place })}
              y1={top}
              y2={height - 8}
              className="stroke-grid"
            />
            <text
              x={xOf({ view: place })}
              y={22}
              textAnchor="middle"
              className={view === 'agreed' ? 'fill-ink font-semibold' : 'fill-ink-2'}
            >
              {t(`views.${view}`)}
            </text>
          </g>
        ))}
        {lines.map((line) => (
          <Line key={line.model} line={line} last={shown.length - 1} />
        ))}
      </svg>
    </div>
  )
}

function Line({ line, last }: { line: RankLine; last: number }) {
  const { name, moves, points } = line
  const ends = [points.find(({ view }) => view === 0), points.find(({ view }) => view === last)]
  return (
    <g className={moves ? 'text-ink' : 'text-ink-3'}>
      <path
        d={pathOf(points)}
        fill="none"
        strokeWidth={moves ? 2.5 : 1.5}
        className={moves ? 'stroke-ink' : 'stroke-line-strong'}
      />
      {points.map((point) => (
        <g key={point.view}>
          <circle
            cx={xOf(point)}
            cy={yOf(point)}
            r={11}
            className={classes(
              '[stroke-width:1.5]',
              moves ? 'fill-ink stroke-ink' : 'fill-sheet stroke-line-strong',
            )}
          />
          <text
            x={xOf(point)}
            y={yOf(point) + 4}
            textAnchor="middle"
            className={moves ? 'fill-sheet font-semibold' : 'fill-ink-2'}
          >
            {point.row.rank}
          </text>
        </g>
      ))}
      {ends.map((end, side) =>
        end ? (
          <text
            key={side}
            x={xOf(end) + (side === 0 ? -24 : 24)}
            y={yOf(end) + 4}
            textAnchor={side === 0 ? 'end' : 'start'}
            className={moves ? 'fill-ink font-semibold' : 'fill-ink-2'}
          >
            {shortened(name)}
          </text>
        ) : null,
      )}
    </g>
  )
}

const shortened = (name: string) => (name.length > longest ? `${name.slice(0, longest - 1)}…` : name)

/** Room for the longest name beside the first and the last column; a Chinese character is as wide as two letters. */
function sideFor(lines: readonly RankLine[]): number {
  const widths = lines.map(({ name }) =>
    Array.from(shortened(name)).reduce((sum, letter) => sum + (letter > '\u2e7f' ? 13 : 7.5), 0),
  )
  return Math.max(48, ...widths) + 32
}

/** Level at each point, bent between; a view without a rank breaks the line. */
function pathOf(points: readonly RankPoint[]): string {
  return points
    .map((point, place) => {
      const before = points[place - 1]
      const [x, y] = [xOf(point), yOf(point)]
      if (!before || before.view !== point.view - 1) return `M ${x} ${y}`
      const middle = (xOf(before) + x) / 2
      return `C ${middle} ${yOf(before)} ${middle} ${y} ${x} ${y}`
    })
    .join(' ')
}
