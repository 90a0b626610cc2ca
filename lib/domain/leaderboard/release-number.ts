import { UserError } from '@/lib/domain/user-error'

/** The number of a release as it stands in an address. */
export function releaseNumber(text: string | undefined): number {
  if (!/^[1-9]\d{0,8}$/.test(text ?? '')) throw new UserError('not_found', 'There is no such release.')
  return Number(text)
}
