import { extendLease } from '@/lib/data/desk/assignments'
import { uuidOr404 } from '@/lib/domain/uuid'
import { raterEndpoint } from '@/lib/server/endpoint'

export const POST = raterEndpoint(null, (rater, _, { params }) =>
  extendLease(rater, params['slug'] ?? '', uuidOr404(params['id'])),
)
