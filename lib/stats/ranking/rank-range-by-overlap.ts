/**
 * Rank range of each of M candidates from their intervals, as LMArena ranks models: the best rank is 1 + those whose
 * interval lies wholly above the candidate's, the worst M − those whose interval lies wholly below. Intervals that touch
 * overlap. Chiang et al. (2024), Chatbot Arena: An open platform for evaluating LLMs by human preference. Wider than the
 * ranges from paired differences (`rankRanges`), which see what candidates have in common.
 *
 * @param lows lower limits of the candidates' scores, higher is better; NaN where a candidate has no interval, which
 *   puts it neither surely above nor surely below any other
 * @param highs their upper limits
 * @throws RangeError where the two differ in length or a low limit is above its high one
 */
export function rankRangesByOverlap(
  lows: ArrayLike<number>,
  highs: ArrayLike<number>,
): [best: number, worst: number][] {
  if (lows.length !== highs.length)
    throw new RangeError(`${lows.length} low limits, ${highs.length} high ones`)
  const intervals = Array.from(lows, (low, index) => ({ low, high: highs[index] ?? Number.NaN }))
  for (const { low, high } of intervals)
    if (low > high) throw new RangeError(`an interval from ${low} to ${high}`)
  return intervals.map(({ low, high }) => [
    1 + intervals.filter((other) => other.low > high).length,
    intervals.length - intervals.filter((other) => other.high < low).length,
  ])
}
