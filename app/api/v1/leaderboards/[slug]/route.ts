import { publishedBoard } from '@/lib/data/releases/published'
import { publicEndpoint } from '@/lib/server/endpoint'

export const GET = publicEndpoint(null, (_nothing, { params }) => publishedBoard(params['slug'] ?? '', null))
