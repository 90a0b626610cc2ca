import { answerAppeal, appealAnswer } from '@/lib/data/monitors/sheets/appeals'
import { inspectorEndpoint } from '@/lib/server/endpoint'

export const POST = inspectorEndpoint(appealAnswer, async (inspector, input, { params }) => {
  await answerAppeal(inspector, { slug: params['slug'] ?? '', id: params['id'] ?? '' }, input)
  return { state: input.state }
})
