import { notFound } from 'next/navigation'
import { UserError } from '@/lib/domain/user-error'

/** What a page is about, or its "nothing here" where that is the refusal. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof UserError && error.code === 'not_found') notFound()
    throw error
  }
}
