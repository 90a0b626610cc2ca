import { z } from 'zod'
import { claimCase } from '@/lib/data/arbitration/claim-case'
import { inspectorEndpoint } from '@/lib/server/endpoint'

const claim = z.object({ caseId: z.string().max(64).optional() })

export const POST = inspectorEndpoint(claim, (inspector, { caseId }, { params }) =>
  claimCase(inspector, params['slug'] ?? '', caseId),
)
