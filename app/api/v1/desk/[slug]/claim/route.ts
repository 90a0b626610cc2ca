import { z } from 'zod'
import { claimTasks } from '@/lib/data/desk/assignments'
import { raterEndpoint } from '@/lib/server/endpoint'

const claim = z.object({ hold: z.number().int().min(1).max(6).default(1) })

export const POST = raterEndpoint(claim, (rater, { hold }, { params }) =>
  claimTasks(rater, params['slug'] ?? '', hold),
)
