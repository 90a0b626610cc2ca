import type { FigurePart } from './figure-parts'

type Props = { parts: FigurePart[]; words: { parts: string; score: string; interval: string } }

/** What a figure is made of, part by part. */
export function PartsTable({ parts, words }: Props) {
  if (parts.length === 0) return null
  return (
    <table className="mb-2 w-full border-t border-line text-13">
      <thead>
        <tr className="text-left text-12 text-ink-3 [&>th]:pt-2 [&>th]:font-normal">
          <th scope="col">{words.parts}</th>
          <th scope="col" className="text-right">
            {words.score}
          </th>
          <th scope="col" className="text-right">
            {words.interval}
          </th>
          <th scope="col" className="text-right">
            n
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map(([name, score, interval, n]) => (
          <tr key={name} className="align-top [&>*]:py-[2px] [&>*]:pl-3 [&>*:first-child]:pl-0">
            <th scope="row" className="text-left font-normal">
              {name}
            </th>
            <td className="text-right font-medium">{score}</td>
            <td className="text-right whitespace-nowrap text-ink-3">{interval}</td>
            <td className="text-right text-ink-3">{n}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
