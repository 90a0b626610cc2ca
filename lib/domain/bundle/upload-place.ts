import { z } from 'zod'
import { UserError } from '@/lib/domain/user-error'

const place = z.object({
  path: z.string().min(1).max(400),
  part: z.coerce.number().int().min(0).max(1_000_000).nullable(),
})

/** Which file, and which part of it, an upload carries: `?path=…&part=…`. */
export function uploadPlace(query: URLSearchParams): z.infer<typeof place> {
  const result = place.safeParse({ path: query.get('path'), part: query.get('part') })
  if (result.success) return result.data
  const fields = Object.fromEntries(result.error.issues.map((issue) => [issue.path.join('.'), issue.message]))
  throw new UserError('invalid', 'An upload needs ?path= and, for a large file, &part= from 0.', { fields })
}
