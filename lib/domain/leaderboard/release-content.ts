import { z } from 'zod'
import { boardSettings } from './settings'
import { frozenBoard } from './board'

export const releaseFormat = 'mangping-release-1'
export const ratingsFileName = 'ratings.csv'

/**
 * What a release freezes and hashes. It holds no number, no time and no predecessor: the same data, method and seed give
 * the same bytes. The hash is SHA-256 over its canonical JSON in UTF-8.
 */
export const releaseContent = boardSettings.extend({
  format: z.literal(releaseFormat),
  software: z.object({ name: z.string(), version: z.string() }),
  board: frozenBoard,
  ratings: z.object({ name: z.string(), sha256: z.string(), rows: z.number().int() }),
})
export type ReleaseContent = z.infer<typeof releaseContent>

/** The file that a reader downloads and anyone can verify. */
export const releaseFile = z.object({
  release: z.number().int(),
  publishedAt: z.string(),
  sha256: z.string(),
  content: z.unknown(),
})
export type ReleaseFile = z.infer<typeof releaseFile>
