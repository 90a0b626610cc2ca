'use server'

import { headers } from 'next/headers'
import { updateOwnProfile } from '@/lib/data/people/profile'
import { profileInput } from '@/lib/domain/people/profile'
import { ownAction } from '@/lib/server/action'
import { addressOf } from '@/lib/server/address'
import { changePassword, passwordInput } from '@/lib/server/sign-in'

export const saveProfileAction = ownAction(profileInput, updateOwnProfile)

export const changePasswordAction = ownAction(passwordInput, async (_actor, input, who) =>
  changePassword(who, input, addressOf(await headers())),
)
