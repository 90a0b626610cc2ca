import { UserError } from './user-error'

/** The shape of a UUID, so that a malformed id is "not found" rather than a database error. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
}

/** An id from an address, or "not found". */
export function uuidOr404(text: string | undefined): string {
  if (text === undefined || !isUuid(text)) throw new UserError('not_found', 'Not found.')
  return text
}
