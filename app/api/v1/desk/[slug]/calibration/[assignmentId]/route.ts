import { taskFeedback } from '@/lib/data/calibration/attempts/task-feedback'
import { uuidOr404 } from '@/lib/domain/uuid'
import { raterEndpoint } from '@/lib/server/endpoint'

export const GET = raterEndpoint(null, (rater, _, { params }) =>
  taskFeedback(rater, params['slug'] ?? '', uuidOr404(params['assignmentId'])),
)
