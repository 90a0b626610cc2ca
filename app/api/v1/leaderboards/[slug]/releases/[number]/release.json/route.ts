import { publishedReleaseFile } from '@/lib/data/releases/published'
import { releaseNumber } from '@/lib/domain/leaderboard/release-number'
import { releaseDownload } from '@/lib/server/release-download'
import { publicEndpoint } from '@/lib/server/endpoint'

export const GET = publicEndpoint(null, async (_nothing, { params }) => {
  const { slug = '', number } = params
  const body = JSON.stringify(await publishedReleaseFile(slug, releaseNumber(number)))
  return releaseDownload({ body, type: 'application/json', name: `${slug}-${number}-release.json` })
})
