import { UserError } from '@/lib/domain/user-error'
import { agreedLookup } from './agreed-lookup'
import { canonicalJson } from './canonical-json'
import { statedChainGates } from './chain-gates'
import { cellCollector, type JudgedCell } from './cells'
import { computeLeaderboard } from './compute-leaderboard'
import { firstDifferenceBetween } from './differences'
import { readRatings, type ReadRow } from './ratings-file'
import { releaseContent, releaseFile, type ReleaseContent } from './release-content'
import type { FrozenBoard } from './board'
import type { GateInputs } from './gates'

export type Difference = { file: string; path: string; stated: unknown; computed: unknown }

/** `cells`: outputs × criteria that were recomputed. */
export type Verification = { ok: boolean; cells: number; firstDifference: Difference | null }

export type VerifyInput = {
  releaseFileName: string
  /** release.json, parsed. */
  release: unknown
  ratingsCsv: string
  /** SHA-256 of a text's UTF-8 bytes, in hexadecimal; who calls knows how, in Node or in a browser. */
  sha256: (text: string) => Promise<string>
}

/** Names the release's ratings file without recomputing anything. */
export function readRelease(
  release: unknown,
  fileName: string,
): { sha256: string; raw: unknown; content: ReleaseContent } {
  const outer = releaseFile.safeParse(release)
  const inner = releaseContent.safeParse(outer.data?.content)
  if (outer.success && inner.success)
    return { sha256: outer.data.sha256, raw: outer.data.content, content: inner.data }
  const issue = (outer.error ?? inner.error)?.issues[0]
  const problem = {
    file: fileName,
    row: null,
    field: issue?.path.join('.') ?? null,
    got: null,
    expected: issue?.message ?? 'a release',
  }
  throw new UserError('invalid', `${fileName} is not a release of this format.`, { problems: [problem] })
}

/**
 * Recomputes a release from its ratings file and its own settings alone. The most telling difference comes first: an
 * agreed score, then whether this is the ratings file that was hashed, then a figure of the board, then the content's hash.
 */
export async function verifyRelease(input: VerifyInput): Promise<Verification> {
  const { sha256, raw, content } = readRelease(input.release, input.releaseFileName)
  const ratings = content.ratings.name
  const rows = readRatings(input.ratingsCsv, ratings)
  const collector = cellCollector(content)
  for (const row of rows) collector.add(row)
  const judged = collector.judged()
  const computed = computeLeaderboard(content, judged, besideRatings(content.board))
  const inRatings = (path: string, stated: unknown, found: unknown): Difference | null =>
    stated === found ? null : { file: ratings, path, stated, computed: found }
  const inBoard = firstDifferenceBetween(content.board, computed, 'board')
  const contentHash = await input.sha256(canonicalJson(raw))
  const firstDifference =
    firstAgreedDifference(rows, judged.cells, content) ??
    inRatings('rows', content.ratings.rows, rows.length) ??
    inRatings('sha256', content.ratings.sha256, await input.sha256(input.ratingsCsv)) ??
    (inBoard && { file: input.releaseFileName, ...inBoard, path: pathInBoard(inBoard.path, computed) }) ??
    (sha256 === contentHash
      ? null
      : { file: input.releaseFileName, path: 'sha256', stated: sha256, computed: contentHash })
  return { ok: firstDifference === null, cells: judged.cells.length, firstDifference }
}

/** Compares what each row of the file says its cell's agreed score is. */
function firstAgreedDifference(
  rows: ReadRow[],
  cells: JudgedCell[],
  content: ReleaseContent,
): Difference | null {
  const computed = agreedLookup(content, cells)
  for (const [index, row] of rows.entries()) {
    const path = `row ${index + 2}: ${row.prompt} × ${row.model} × ${row.criterion}`
    const found = firstDifferenceBetween(row.agreed, computed(row), path)
    if (found) return { file: content.ratings.name, ...found }
  }
  return null
}

/** `board/rows/3/score` becomes `board/rows/m-2/score`: a model says more than a place. */
function pathInBoard(path: string, board: FrozenBoard): string {
  return path.replace(/^board\/rows\/(\d+)/, (whole, place: string) => {
    const model = board.rows[Number(place)]?.model
    return model === undefined ? whole : `board/rows/${model}`
  })
}

/** Waivers are decisions, and checks and lots are in no ratings file: taken over as stated. */
function besideRatings({ gates }: FrozenBoard): GateInputs {
  const waivers = Object.fromEntries(gates.flatMap(({ id, waived }) => (waived ? [[id, waived]] : [])))
  const chain = statedChainGates(gates)
  return { waivers, ...(chain ? { chain } : {}) }
}
