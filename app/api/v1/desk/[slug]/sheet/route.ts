import { ownSheet } from '@/lib/data/monitors/sheets/own-sheet'
import { raterEndpoint } from '@/lib/server/endpoint'

export const GET = raterEndpoint(null, (rater, _, { params }) => ownSheet(rater, params['slug'] ?? ''))
