import { notFound } from 'next/navigation'
import { UserError } from '@/lib/domain/user-error'

/** What may be shown of an unsealed study; null while it is sealed. What does not exist has no page. */
export async function unsealedOnly<Shown>(ask: () => Promise<Shown>): Promise<Shown | null> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof UserError && error.code === 'sealed') return null
    if (error instanceof UserError && error.code === 'not_found') notFound()
    throw error
  }
}
