import type { ReleaseContent } from '@/lib/domain/leaderboard/release-content'

/** One published release, as the pages show it. */
export type ReleaseFacts = {
  study: { slug: string; name: string; sample: boolean }
  number: number
  publishedAt: Date
  sha256: string
  content: ReleaseContent
  /** All releases of the study, latest first. */
  numbers: number[]
}
