import { publishedBoard } from '@/lib/data/releases/published'
import { releaseNumber } from '@/lib/domain/leaderboard/release-number'
import { publicEndpoint } from '@/lib/server/endpoint'

export const GET = publicEndpoint(null, (_nothing, { params }) =>
  publishedBoard(params['slug'] ?? '', releaseNumber(params['number'])),
)
