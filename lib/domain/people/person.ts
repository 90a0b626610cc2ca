import type { Role } from './actor'

/** Invited, but without a password yet; able to sign in; shut out; or known by pseudonym alone. */
export type PersonState = 'invited' | 'active' | 'disabled' | 'erased'

export type Affiliation = {
  organization: string
  since: string | null
  until: string | null
  declaredAt: string
}

/** A line of the list of people. Somebody erased has neither login nor name. */
export type PersonRow = {
  id: string
  role: Role
  state: PersonState
  simulated: boolean
  login: string | null
  name: string | null
  email: string | null
  languages: string[]
  skills: string[]
  affiliations: Affiliation[]
  createdAt: string
  /** Until when the newest link of an invitation works, where one waits. */
  invitedUntil: string | null
  enrolments: number
  ratings: number
  lastRatingAt: string | null
}

export type Profile = {
  login: string
  role: Role
  name: string
  languages: string[]
  skills: string[]
  affiliations: Affiliation[]
}

/** What the inviting admin hands on. The link is shown once: the database keeps its hash alone. */
export type FreshInvitation = { id: string; login: string; role: Role; invitation: string; expiresAt: string }
