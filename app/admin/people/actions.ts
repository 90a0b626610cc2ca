'use server'

import { z } from 'zod'
import { invitePerson, renewInvitation } from '@/lib/data/people/invitations'
import { disablePerson, enablePerson, erasePerson } from '@/lib/data/people/lifecycle'
import { invitationInput } from '@/lib/domain/people/profile'
import { adminAction } from '@/lib/server/action'

const person = z.object({ login: z.string().max(200) })

export const inviteAction = adminAction(invitationInput, (admin, input) => invitePerson(admin, input))

export const renewAction = adminAction(person, (admin, { login }) => renewInvitation(admin, login))

export const disableAction = adminAction(person, (admin, { login }) => disablePerson(admin, login))

export const enableAction = adminAction(person, (admin, { login }) => enablePerson(admin, login))

export const eraseAction = adminAction(person, (admin, { login }) => erasePerson(admin, login))
