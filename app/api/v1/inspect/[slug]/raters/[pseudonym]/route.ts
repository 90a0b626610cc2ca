import { actOnRater, raterAct } from '@/lib/data/monitors/sheets/act-on-rater'
import { fingerprint } from '@/lib/data/monitors/sheets/fingerprint'
import { inspectorEndpoint } from '@/lib/server/endpoint'

export const GET = inspectorEndpoint(null, (inspector, _, { params }) =>
  fingerprint(inspector, params['slug'] ?? '', params['pseudonym'] ?? ''),
)

export const POST = inspectorEndpoint(raterAct, (inspector, input, { params }) =>
  actOnRater(inspector, params['slug'] ?? '', { rater: params['pseudonym'] ?? '', ...input }),
)
