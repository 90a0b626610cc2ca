import { recordAudit } from '@/lib/data/audit'
import { db } from '@/lib/data/db'
import type { Actor } from '@/lib/domain/people/actor'
import type { Profile } from '@/lib/domain/people/person'
import type { ProfileInput } from '@/lib/domain/people/profile'
import { UserError } from '@/lib/domain/user-error'
import { affiliationColumns, affiliationOf, replaceAffiliations } from './affiliations'

export async function ownProfile(actor: Actor): Promise<Profile> {
  const { person, role, affiliations } = await db.account.findUniqueOrThrow({
    where: { id: actor.id },
    select: {
      role: true,
      person: { select: { login: true, name: true, languages: true, skills: true } },
      affiliations: affiliationColumns,
    },
  })
  if (!person || role === 'operator') throw new UserError('not_found', 'This account has no profile.')
  return { ...person, role, affiliations: affiliations.map(affiliationOf) }
}

/** What a person says about oneself; affiliations are declared and withdrawn on the record. */
export async function updateOwnProfile(actor: Actor, input: ProfileInput): Promise<void> {
  const { name, languages, skills, affiliations } = input
  await db.$transaction(async (tx) => {
    await tx.person.update({ where: { accountId: actor.id }, data: { name, languages, skills } })
    await replaceAffiliations(tx, actor, { accountId: actor.id, wanted: affiliations })
    await recordAudit(tx, { actorId: actor.id, action: 'account.profile_changed', subjectId: actor.id })
  })
}
