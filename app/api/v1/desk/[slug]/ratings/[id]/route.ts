import { correctRating } from '@/lib/data/desk/corrections'
import { correctionInput } from '@/lib/domain/rating/rating'
import { raterEndpoint } from '@/lib/server/endpoint'

export const PUT = raterEndpoint(correctionInput, (rater, input, { params }) =>
  correctRating(rater, { slug: params['slug'] ?? '', ratingId: params['id'] ?? '' }, input),
)
