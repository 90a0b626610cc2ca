import { calibrationDesk } from '@/lib/data/calibration/attempts/own-calibration'
import { raterEndpoint } from '@/lib/server/endpoint'

export const GET = raterEndpoint(null, (rater, _, { params }) => calibrationDesk(rater, params['slug'] ?? ''))
