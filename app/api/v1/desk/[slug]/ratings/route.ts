import { ownRatings } from '@/lib/data/desk/corrections'
import { submitRating } from '@/lib/data/desk/ratings'
import { ratingInput } from '@/lib/domain/rating/rating'
import { raterEndpoint } from '@/lib/server/endpoint'

export const POST = raterEndpoint(ratingInput, (rater, input, { params }) =>
  submitRating(rater, params['slug'] ?? '', input),
)

export const GET = raterEndpoint(null, (rater, _, { params, query }) =>
  ownRatings(rater, params['slug'] ?? '', query.get('cursor')),
)
