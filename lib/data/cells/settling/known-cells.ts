import { requiredScores } from '@/lib/domain/leaderboard/agreed-score'
import type { NotCounting } from '@/lib/domain/quality/arbitration/agreed-record'
import { cellStep, type CellFacts, type CellStep } from '@/lib/domain/quality/arbitration/cell-step'
import { groupBy } from '@/lib/domain/group-by'
import type { Transaction } from '@/lib/data/db'
import {
  keptScores,
  pendingExtras,
  showingTasks,
  standingDecisions,
  type KeptScore,
  type PendingExtra,
} from './cell-context'
import { saidAbout, type Looked } from './said-rows'
import type { SettledCriterion, SettlingTerms } from './settling-terms'
import { whatCounts } from './what-counts'

/** A cell with all that is known of it, but for whether somebody is left to ask. */
export type KnownCell = {
  outputId: string
  criterionId: string
  criterion: SettledCriterion
  promptId: string
  /** The tasks that show its output. */
  tasks: string[]
  facts: Omit<CellFacts, 'pendingExtras' | 'someoneLeft'>
  notCounting: NotCounting[]
  pending: PendingExtra[]
  kept: KeptScore | null
}

export type KnownCells = { outputIds: string[]; cells: KnownCell[]; pending: PendingExtra[] }

/** All cells of the outputs that these tasks show. */
export async function knownCells(tx: Transaction, terms: SettlingTerms, looked: Looked): Promise<KnownCells> {
  const showing = await showingTasks(tx, looked.taskIds)
  const byOutput = groupBy(showing, ({ outputId }) => outputId)
  const outputIds = [...byOutput.keys()]
  // What is said of an output counts in all tasks that show it.
  const everyTask = [...new Set(showing.map(({ taskId }) => taskId))]
  const said = await saidAbout(tx, { ...looked, taskIds: everyTask })
  const decisions = await standingDecisions(tx, outputIds, terms.rootOf)
  const pending = await pendingExtras(tx, everyTask)
  const criterionIds = terms.criteria.map(({ id }) => id)
  const kept = await keptScores(tx, outputIds, criterionIds)
  const pendingFor = byCell(pending, terms)
  const { source, arbitration } = terms

  const cellOf = (outputId: string, criterion: SettledCriterion): KnownCell => {
    const counted = whatCounts(said.get(outputId) ?? [], { outputId, criterion }, terms)
    const showingIt = byOutput.get(outputId) ?? []
    const key = `${outputId}/${criterion.root}`
    return {
      outputId,
      criterionId: criterion.id,
      criterion,
      promptId: showingIt[0]?.promptId ?? '',
      tasks: showingIt.map(({ taskId }) => taskId),
      facts: {
        ratings: counted.ratings,
        // An extra rating does not stand in for one of the k that is missing.
        required:
          requiredScores({ source, ratingsPerTask: arbitration.ratings }, counted.cannotJudge) +
          counted.ratings.filter(({ extra }) => extra).length,
        decision: decisions.get(key) ?? null,
      },
      notCounting: counted.notCounting,
      pending: pendingFor.get(key) ?? [],
      kept: kept.get(`${outputId}/${criterion.id}`) ?? null,
    }
  }
  // A prompt with anchors is judged no more, and has no cells.
  const judged = outputIds.filter((outputId) => byOutput.get(outputId)?.some(({ anchored }) => !anchored))
  const cells = judged.flatMap((outputId) => terms.criteria.map((criterion) => cellOf(outputId, criterion)))
  return { outputIds, cells, pending }
}

/** Extra ratings on their way, by `output/root` of each cell that they are for. */
function byCell(pending: readonly PendingExtra[], { rootOf }: SettlingTerms): Map<string, PendingExtra[]> {
  const named = pending.flatMap((each) =>
    each.scopeCells.map((cell) => {
      const [output, criterion = ''] = cell.split('/')
      return { key: `${output}/${rootOf.get(criterion)}`, each }
    }),
  )
  return new Map(
    [...groupBy(named, ({ key }) => key)].map(([key, found]) => [key, found.map(({ each }) => each)]),
  )
}

/**
 * What is next for a cell. A free slot that nobody is left to take is no rating on its way; where the study takes no more
 * work, none is.
 *
 * @param left the tasks for which somebody is left to ask
 */
export function stepOf(cell: KnownCell, terms: SettlingTerms, left: ReadonlySet<string>): CellStep {
  const { ratings, required, decision } = cell.facts
  const onTheWay = cell.pending.filter(({ leased, taskId }) => leased || left.has(taskId))
  const pendingExtras = terms.takesWork ? onTheWay.length : 0
  const someoneLeft = terms.takesWork && cell.tasks.some((task) => left.has(task))
  const facts = { ratings, required, decision, pendingExtras, someoneLeft }
  return cellStep(facts, { terms: terms.arbitration, scale: cell.criterion.scale })
}
