import { z } from 'zod'
import { exportAgreed } from '@/lib/data/exports/export-agreed'
import { exportRatings } from '@/lib/data/exports/export-ratings'
import { download } from '@/lib/server/download'
import { adminEndpoint } from '@/lib/server/endpoint'
import { malformed } from '@/lib/server/refusal'

const wanted = z.object({ what: z.enum(['ratings', 'agreed']), format: z.enum(['csv', 'jsonl']) })
const types = { csv: 'text/csv', jsonl: 'application/x-ndjson' }
const writers = { ratings: exportRatings, agreed: exportAgreed }

export const GET = adminEndpoint(null, async (admin, _nothing, { params, query }) => {
  const asked = wanted.safeParse(Object.fromEntries(query))
  if (!asked.success) throw malformed(asked.error)
  const { what, format } = asked.data
  const slug = params['slug'] ?? ''
  return download(`${slug}-${what}.${format}`, types[format], (sink) =>
    writers[what](admin, slug, { format, sink }),
  )
})
