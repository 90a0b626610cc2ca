import { useFormatter, useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { Tag } from '@/components/ui/tag'
import type { PersonRow } from '@/lib/domain/people/person'
import { PersonActions, type PersonActs } from './person-actions'

type Props = { people: PersonRow[]; self: string; now: Date; acts: PersonActs }

const tones = { active: 'plain', invited: 'accent', disabled: 'stop', erased: 'plain' } as const

/** Everybody with an account: role, state, and how much they do. */
export function PeopleTable({ people, ...rest }: Props) {
  const t = useTranslations('people.table')
  return (
    <DataTable
      label={t('title')}
      columns={[
        { head: t('person') },
        { head: t('role') },
        { head: t('state') },
        { head: t('judges') },
        { head: t('studies'), figures: true },
        { head: t('ratings'), figures: true },
        { head: t('last') },
        { head: <span className="sr-only">{t('acts')}</span> },
      ]}
    >
      {people.map((person) => (
        <Line key={person.id} person={person} {...rest} />
      ))}
    </DataTable>
  )
}

function Line({ person, self, now, acts }: Omit<Props, 'people'> & { person: PersonRow }) {
  const t = useTranslations('people.table')
  const format = useFormatter()
  const { login, name, state, invitedUntil } = person
  const languages = person.languages.length === 0 ? [t('allLanguages')] : person.languages
  const organizations = new Set(person.affiliations.map((each) => each.organization))
  const judged = [...languages, ...person.skills, ...organizations]
  return (
    <tr>
      <th scope="row" className="min-w-36">
        {name ?? <span className="text-ink-3">{t('erased')}</span>}{' '}
        {person.simulated ? <Tag>{t('simulated')}</Tag> : null}
        {login ? <div className="text-12 font-normal text-ink-3">{login}</div> : null}
      </th>
      <td>{t(`roles.${person.role}`)}</td>
      <td>
        <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>
        {state === 'invited' && invitedUntil ? (
          <div className="text-12 whitespace-nowrap text-ink-3">
            {new Date(invitedUntil) < now
              ? t('linkOver')
              : t('linkUntil', { when: format.dateTime(new Date(invitedUntil), { dateStyle: 'medium' }) })}
          </div>
        ) : null}
      </td>
      <td className="text-ink-2">{judged.join(' · ')}</td>
      <td className="num">{person.enrolments}</td>
      <td className="num">{format.number(person.ratings)}</td>
      <td className="whitespace-nowrap text-ink-2">
        {person.lastRatingAt ? format.relativeTime(new Date(person.lastRatingAt), now) : '–'}
      </td>
      <td className="text-right">
        {login && person.id !== self && !person.simulated ? (
          <PersonActions login={login} state={state} acts={acts} />
        ) : null}
      </td>
    </tr>
  )
}
