import { createHash } from 'node:crypto'
import type { Admin } from '@/lib/domain/people/actor'
import { agreedLookup } from '@/lib/domain/leaderboard/agreed-lookup'
import type { FrozenBoard } from '@/lib/domain/leaderboard/board'
import { canonicalJson } from '@/lib/domain/leaderboard/canonical-json'
import { chainGates } from '@/lib/domain/leaderboard/chain-gates'
import type { Judged } from '@/lib/domain/leaderboard/cells'
import { computeLeaderboard } from '@/lib/domain/leaderboard/compute-leaderboard'
import { refuseClosedGates, waiversFrom } from '@/lib/domain/leaderboard/gates'
import { ratingsHeader, ratingsLine } from '@/lib/domain/leaderboard/ratings-file'
import { ratingsFileName, releaseFormat, type ReleaseContent } from '@/lib/domain/leaderboard/release-content'
import { UserError } from '@/lib/domain/user-error'
import manifest from '@/package.json'
import { recordAudit } from '@/lib/data/audit'
import { db, type Transaction } from '@/lib/data/db'
import { retryRaces } from '@/lib/data/retry'
import { writeAgreedScores } from './agreed-scores'
import { loadStudy, type LoadedStudy } from './board-settings'
import { oneSnapshot } from './compute-board'
import { chainFacts } from './chain-facts'
import { judgedCells, onBoard } from './judged-cells'
import { forEachRatingPage } from './rating-rows'
import { currentJudgements } from './score-rows-sql'
import { refuseSealed } from './seal'
import type { StoredRating } from './stored-rating'

export type Publication = {
  seed: number
  /** Gate → reason, for gates that are not passed. */
  waivers: Record<string, string>
}

export type Published = { number: number; sha256: string; gates: FrozenBoard['gates'] }

/** Freezes the board as it stands into a numbered release. The same data, method and seed give the same content. */
export async function publishRelease(
  admin: Admin,
  slug: string,
  { seed, waivers }: Publication,
): Promise<Published> {
  const study = await loadStudy(slug, seed)
  const publish = async (tx: Transaction) => {
    // One publication at a time; who waited here and finds the study changed starts again.
    await tx.$queryRaw`SELECT id FROM study WHERE id = ${study.id}::uuid FOR NO KEY UPDATE`
    await refuseSealed(tx, study)
    const judged = await judgedCells(tx, study)
    const chain = chainGates(await chainFacts(tx, study))
    const board = computeLeaderboard(study.settings, judged, {
      chain,
      waivers: waiversFrom(waivers, await roleOf(tx, admin)),
    })
    refuseClosedGates(board.gates)
    const ratings = await ratingsFileOf(tx, study, judged)
    const frozen = freeze(study, { board, ratings })
    const number = await keepRelease(tx, study, { ...frozen, ratings })
    const agreedScores = await writeAgreedScores(tx, study, judged.cells)
    await tx.study.update({ where: { id: study.id }, data: { state: 'published' } })
    await recordAudit(tx, {
      actorId: admin.id,
      action: 'release.published',
      studyId: study.id,
      subjectId: study.id,
      detail: { number, seed, sha256: frozen.sha256, agreedScores, waived: waivers },
    })
    return { number, sha256: frozen.sha256, gates: board.gates }
  }
  return retryRaces(() => db.$transaction(publish, oneSnapshot))
}

type RatingsFile = { csv: string; sha256: string; rows: number }

/** The judgements behind the board. Comments only where the study publishes all; words of exclusions never. */
async function ratingsFileOf(tx: Transaction, study: LoadedStudy, judged: Judged): Promise<RatingsFile> {
  const agreed = agreedLookup(study.settings, judged.cells)
  // A string a page: a million small ones would weigh more than the file.
  const pages = [ratingsHeader]
  let count = 0
  await forEachRatingPage(tx, study, {
    where: currentJudgements,
    decisions: onBoard,
    take: (rows) => {
      const comment = (row: StoredRating) => (study.comments === 'all' ? row.comment : null)
      pages.push(
        rows.map((row) => ratingsLine({ ...row, comment: comment(row), agreed: agreed(row) })).join(''),
      )
      count += rows.length
    },
  })
  const csv = pages.join('')
  return { csv, sha256: sha256(csv), rows: count }
}

function freeze(study: LoadedStudy, made: { board: FrozenBoard; ratings: RatingsFile }) {
  const { rows, sha256: ratingsHash } = made.ratings
  const content: ReleaseContent = {
    format: releaseFormat,
    software: { name: manifest.name, version: manifest.version },
    ...study.settings,
    board: made.board,
    ratings: { name: ratingsFileName, sha256: ratingsHash, rows },
  }
  const text = canonicalJson(content)
  return { content, text, sha256: sha256(text) }
}

type Release = { content: ReleaseContent; text: string; sha256: string; ratings: RatingsFile }

async function keepRelease(tx: Transaction, study: LoadedStudy, release: Release): Promise<number> {
  const latest = await tx.release.aggregate({ where: { studyId: study.id }, _max: { number: true } })
  const number = (latest._max.number ?? 0) + 1
  await tx.release.create({
    data: {
      studyId: study.id,
      roundId: study.roundId,
      number,
      content: release.content,
      contentText: release.text,
      sha256: release.sha256,
      ratingsCsv: release.ratings.csv,
      ratingsSha256: release.ratings.sha256,
      ratingsRows: release.ratings.rows,
    },
    select: { id: true },
  })
  return number
}

/** A release outlives its people: a waiver names the role, the audit trail the account. */
async function roleOf(tx: Transaction, admin: Admin): Promise<string> {
  const account = await tx.account.findUnique({ where: { id: admin.id }, select: { role: true } })
  if (!account) throw new UserError('not_found', 'There is no such account.')
  return account.role
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
