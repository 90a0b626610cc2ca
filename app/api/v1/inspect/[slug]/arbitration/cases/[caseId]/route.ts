import { z } from 'zod'
import { decideCase } from '@/lib/data/arbitration/decide-case'
import { inspectorEndpoint } from '@/lib/server/endpoint'

const said = z.string().trim().min(1)
const decision = z.object({
  values: z.record(z.string(), z.record(z.string(), z.number())),
  meeting: z.object({ minutes: said.max(20_000), present: z.array(said.max(200)).min(2).max(50) }).optional(),
})

export const POST = inspectorEndpoint(decision, (inspector, input, { params }) =>
  decideCase(inspector, params['slug'] ?? '', { caseId: params['caseId'] ?? '', ...input }),
)
