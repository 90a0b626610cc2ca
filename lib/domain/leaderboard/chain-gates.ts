import type { Gate } from './board'

export type ChainGateId = 'checks' | 'spot_check'

/**
 * Gates about what was done beside the ratings that count. Neither hidden checks nor lots stand in a ratings file: a
 * verification takes these over as stated, as it does waivers.
 */
export type ChainGates = Record<ChainGateId, Omit<Gate, 'id' | 'waived'>>

export type ChainFacts = {
  /** Of hidden checks with a known answer, by raters who were not excluded. Degraded outputs are about order alone. */
  checks: {
    /** Cells of gold checks and those within their band. */
    gold: { cells: number; inside: number }
    /** Cells of repeats and those at most a step from the first time. */
    repeat: { cells: number; near: number }
    /** The mark that the study asks of a calibration. */
    mark: number
  }
  lots: {
    formed: number
    passed: number
    waiting: number
    /** Failed, and some rating in it that was not found right counts all the same. */
    notReopened: number
  }
}

/**
 * - `checks`: share of the answers to hidden checks that were as known, over all of them; at least the mark of the
 *   calibration.
 * - `spot_check`: share of the lots that passed; closed while one is not decided, or has failed and its ratings count.
 * Either is null, and holds nothing back, without one.
 */
export function chainGates({ checks: { gold, repeat, mark }, lots }: ChainFacts): ChainGates {
  const cells = gold.cells + repeat.cells
  const share = cells === 0 ? null : (gold.inside + repeat.near) / cells
  return {
    checks: share === null ? unused : { value: share, threshold: mark, passed: share >= mark },
    spot_check: lots.formed === 0 ? unused : spotCheck(lots),
  }
}

/** What a study does not use is shown as that, and is no gate. */
const unused = { value: null, threshold: null, passed: true }

function spotCheck({ formed, passed, waiting, notReopened }: ChainFacts['lots']) {
  // A failed lot whose tasks others have done is as good as one that passed: no share is asked for.
  return { value: passed / formed, threshold: 0, passed: waiting === 0 && notReopened === 0 }
}

/** The same gates as a release states them; null for a release from before there were any. */
export function statedChainGates(gates: readonly Gate[]): ChainGates | null {
  const stated = (id: ChainGateId) => {
    const found = gates.find((gate) => gate.id === id)
    return found && { value: found.value, threshold: found.threshold, passed: found.passed }
  }
  const [checks, spot_check] = [stated('checks'), stated('spot_check')]
  return checks && spot_check ? { checks, spot_check } : null
}
