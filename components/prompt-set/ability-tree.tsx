import type { AbilityCount } from '@/lib/domain/bundle/import-view'

/** Abilities as the prompts name them, with how many prompts each has. */
export function AbilityTree({ abilities }: { abilities: AbilityCount[] }) {
  return (
    <ul className="flex flex-col text-13 [&_ul]:ml-4 [&_ul]:border-l [&_ul]:border-line [&_ul]:pl-3">
      {abilities.map((ability) => (
        <li key={ability.path}>
          <div className="flex justify-between gap-4 py-0.5">
            <span>{ability.name}</span>
            <span className="text-ink-3">{ability.prompts}</span>
          </div>
          {ability.children.length > 0 ? <AbilityTree abilities={ability.children} /> : null}
        </li>
      ))}
    </ul>
  )
}
