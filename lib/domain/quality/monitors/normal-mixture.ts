/** Tasks at which the intervals are made to be narrowest for their level. */
const NARROWEST_AT = 100
/** Before this many tasks a variance is too unsure for an interval. */
export const FEWEST_TASKS = 20

/**
 * Half the width of an interval for a mean that may be looked at after every task: with a probability of at least
 * 1 − risk all intervals of the sequence hold the mean together, however long it runs and whenever somebody looks.
 *
 * Robbins' normal mixture in its asymptotic form: Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas (2024), Time-uniform
 * central limit theory and asymptotic confidence sequences, Annals of Statistics 52(6), Theorem 2.2; the width tuned by
 * their equation for ρ. It is 1.5 to 2 times as wide as an interval for one look.
 *
 * @param n tasks, 1 or more
 * @param deviation standard deviation of the tasks' contributions
 * @param risk in (0, 1)
 */
export function mixtureHalfWidth(n: number, deviation: number, risk: number): number {
  const tuned = (-2 * Math.log(risk) + Math.log(1 - 2 * Math.log(risk))) / NARROWEST_AT
  const spread = n * tuned + 1
  return deviation * Math.sqrt(((2 * spread) / (n * n * tuned)) * Math.log(Math.sqrt(spread) / risk))
}
