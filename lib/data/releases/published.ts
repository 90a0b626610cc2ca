import { boardCsv } from '@/lib/domain/leaderboard/board-csv'
import type { Board } from '@/lib/domain/leaderboard/board'
import {
  releaseContent,
  type ReleaseContent,
  type ReleaseFile,
} from '@/lib/domain/leaderboard/release-content'
import { UserError } from '@/lib/domain/user-error'
import { db } from '@/lib/data/db'

export type PublishedBoard = {
  slug: string
  name: string
  sample: boolean
  release: number
  publishedAt: Date
  sha256: string
  models: number
  prompts: number
  raters: number
}

/** All studies with a release, the latest release of each; newest first. */
export async function publishedBoards(): Promise<PublishedBoard[]> {
  return db.$queryRaw<PublishedBoard[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (r.study_id) s.slug, s.name, s.sample, r.number AS release, r.created_at AS "publishedAt", r.sha256,
        (r.content #>> '{board,evidence,models}')::int AS models,
        (r.content #>> '{board,evidence,prompts}')::int AS prompts,
        (r.content #>> '{board,evidence,raters}')::int AS raters
      FROM release r JOIN study s ON s.id = r.study_id
      ORDER BY r.study_id, r.number DESC
    ) latest ORDER BY "publishedAt" DESC, slug`
}

export type PublishedRelease = {
  study: { slug: string; name: string; sample: boolean }
  number: number
  publishedAt: Date
  sha256: string
  ratingsRows: number
  content: ReleaseContent
  /** All releases of the study, latest first. */
  numbers: number[]
}

function releaseWhere(slug: string, number: number | null) {
  return {
    where: { study: { slug }, ...(number === null ? {} : { number }) },
    orderBy: { number: 'desc' },
  } as const
}

const missing = () => new UserError('not_found', 'There is no such release.')

/** One release, or the latest one; null where nothing like it was published. */
export async function publishedRelease(
  slug: string,
  number: number | null,
): Promise<PublishedRelease | null> {
  const found = await db.release.findFirst({
    ...releaseWhere(slug, number),
    select: {
      number: true,
      createdAt: true,
      sha256: true,
      ratingsRows: true,
      content: true,
      study: {
        select: {
          slug: true,
          name: true,
          sample: true,
          releases: { select: { number: true }, orderBy: { number: 'desc' } },
        },
      },
    },
  })
  if (!found) return null
  const { releases, ...study } = found.study
  return {
    study,
    number: found.number,
    publishedAt: found.createdAt,
    sha256: found.sha256,
    ratingsRows: found.ratingsRows,
    content: releaseContent.parse(found.content),
    numbers: releases.map((each) => each.number),
  }
}

/** The table of a release as CSV. */
export async function publishedBoardCsv(slug: string, number: number): Promise<string> {
  const release = await publishedRelease(slug, number)
  if (!release) throw missing()
  return boardCsv(release.content, release.content.board)
}

/** The board of a release as programs get it. */
export async function publishedBoard(slug: string, number: number | null): Promise<Board> {
  const release = await publishedRelease(slug, number)
  if (!release) throw missing()
  const { study, ...rest } = release.content.board
  return { study, release: release.number, ...rest }
}

/** release.json: the number and the time stand outside of what is hashed. */
export async function publishedReleaseFile(slug: string, number: number): Promise<ReleaseFile> {
  const found = await db.release.findFirst({
    ...releaseWhere(slug, number),
    select: { number: true, createdAt: true, sha256: true, contentText: true },
  })
  if (!found) throw missing()
  return {
    release: found.number,
    publishedAt: found.createdAt.toISOString(),
    sha256: found.sha256,
    content: JSON.parse(found.contentText),
  }
}

/** The ratings behind a release, as they were hashed. */
export async function publishedRatingsFile(
  slug: string,
  number: number,
): Promise<{ csv: string; sha256: string; rows: number }> {
  const found = await db.release.findFirst({
    ...releaseWhere(slug, number),
    select: { ratingsCsv: true, ratingsSha256: true, ratingsRows: true },
  })
  if (!found) throw missing()
  return { csv: found.ratingsCsv, sha256: found.ratingsSha256, rows: found.ratingsRows }
}
