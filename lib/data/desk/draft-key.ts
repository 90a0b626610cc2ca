import { createHash } from 'node:crypto'
import type { Inspector, Rater } from '@/lib/domain/people/actor'

/** An opaque word under which a person's drafts are kept in a browser that others may use too. */
export function draftKeyOf(person: Rater | Inspector): string {
  return createHash('sha256').update(`drafts of ${person.id}`).digest('hex').slice(0, 16)
}
