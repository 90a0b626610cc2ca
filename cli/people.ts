import { invitePerson, renewInvitation } from '@/lib/data/people/invitations'
import { disablePerson, enablePerson, erasePerson } from '@/lib/data/people/lifecycle'
import { people } from '@/lib/data/people/people'
import type { FreshInvitation, PersonRow } from '@/lib/domain/people/person'
import { invitationInput } from '@/lib/domain/people/profile'
import { UserError } from '@/lib/domain/user-error'
import { operator } from '@/lib/server/operator'
import { defineCommand, listOf, UsageError, type Outcome } from './command'

const usage = `people add --role rater|inspector|admin --login <login> [--name <name>] [--email <address>]
  [--languages zh,en] [--skills a,b] [--affiliation <organization>]…
people list
people disable|enable|erase|renew <login>`

function invitationOf(values: Record<string, unknown>) {
  const result = invitationInput.safeParse(values)
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, message }) => {
    const field = path.join('.')
    return { file: null, row: null, field, got: String(values[String(path[0])] ?? ''), expected: message }
  })
  throw new UserError('invalid', 'This person cannot be invited.', { problems })
}

function invited(invitation: FreshInvitation): Outcome {
  const text = `${invitation.login} (${invitation.role}): ${invitation.invitation}\nvalid until ${invitation.expiresAt}, once`
  return { json: invitation, text }
}

function lineOf({ login, role, state, enrolments, ratings, id }: PersonRow): string {
  return [login ?? `(${id})`, role, state, `${enrolments} studies`, `${ratings} ratings`].join('\t')
}

const acts = { disable: disablePerson, enable: enablePerson, erase: erasePerson }

export const command = defineCommand({
  name: 'people',
  usage,
  options: {
    role: { type: 'string' },
    login: { type: 'string' },
    name: { type: 'string' },
    email: { type: 'string' },
    languages: { type: 'string' },
    skills: { type: 'string' },
    affiliation: { type: 'string', multiple: true },
  },
  async run({ values, positionals: [verb, login] }) {
    const admin = await operator()
    if (verb === 'add' && values.login && values.role) {
      const lists = { languages: listOf(values.languages), skills: listOf(values.skills) }
      return invited(
        await invitePerson(
          admin,
          invitationOf({ ...values, ...lists, affiliations: values.affiliation ?? [] }),
        ),
      )
    }
    if (verb === 'list') {
      const rows = await people(admin)
      return { json: { people: rows }, text: rows.map(lineOf).join('\n') }
    }
    if (verb === 'renew' && login) return invited(await renewInvitation(admin, login))
    const act = Object.entries(acts).find(([name]) => name === verb)?.[1]
    if (!act || !login) throw new UsageError(usage)
    return { json: { login, ...(await act(admin, login)) }, text: `${login}: ${verb}d` }
  },
})
