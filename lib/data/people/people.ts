import { db } from '@/lib/data/db'
import type { Admin } from '@/lib/domain/people/actor'
import type { PersonRow, PersonState } from '@/lib/domain/people/person'
import { affiliationColumns, affiliationOf } from './affiliations'

type Workload = { raterId: string; ratings: number; lastRatingAt: Date }

/** Everybody with an account, with how much they have done; newest first. */
export async function people(_admin: Admin): Promise<PersonRow[]> {
  const [accounts, workloads] = await Promise.all([accountRows(), workloadRows()])
  const workloadOf = new Map(workloads.map((workload) => [workload.raterId, workload]))
  return accounts.flatMap(({ person, invitations, affiliations, _count, role, ...account }) => {
    if (role === 'operator') return []
    const workload = workloadOf.get(account.id)
    return {
      id: account.id,
      role,
      simulated: account.simulated,
      state: stateOf(account, account.simulated || Boolean(person?.passwordHash)),
      login: person?.login ?? null,
      name: person?.name ?? null,
      email: person?.email ?? null,
      languages: person?.languages ?? [],
      skills: person?.skills ?? [],
      affiliations: affiliations.map(affiliationOf),
      createdAt: account.createdAt.toISOString(),
      invitedUntil: invitations[0]?.expiresAt.toISOString() ?? null,
      enrolments: _count.enrolments,
      ratings: workload?.ratings ?? 0,
      lastRatingAt: workload?.lastRatingAt.toISOString() ?? null,
    }
  })
}

type Dates = { disabledAt: Date | null; erasedAt: Date | null }

function stateOf(account: Dates, joined: boolean): PersonState {
  if (account.erasedAt) return 'erased'
  if (account.disabledAt) return 'disabled'
  return joined ? 'active' : 'invited'
}

function accountRows() {
  return db.account.findMany({
    where: { role: { not: 'operator' } },
    // Raters made of code come last.
    orderBy: [{ simulated: 'asc' }, { createdAt: 'desc' }],
    include: {
      person: true,
      affiliations: affiliationColumns,
      invitations: { where: { usedAt: null }, orderBy: { expiresAt: 'desc' }, take: 1 },
      _count: { select: { enrolments: true } },
    },
  })
}

function workloadRows() {
  return db.$queryRaw<Workload[]>`
    SELECT assignment.rater_id AS "raterId", count(*) FILTER (WHERE rating.revision = 1)::int AS ratings,
      max(rating.created_at) AS "lastRatingAt"
    FROM rating JOIN assignment ON assignment.id = rating.assignment_id
    GROUP BY assignment.rater_id`
}
