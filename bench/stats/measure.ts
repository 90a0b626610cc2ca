/** CPU seconds, all threads of the process counted, so that collecting garbage and compiling are in it. */
export type Measured = { seconds: number; peakMb: number }

const WARM_UPS = 3
const TIMES = 5

/** The median of five runs once the code is warm, and the most memory that the process ever held. */
export function measure(run: () => unknown): Measured {
  for (let turn = 0; turn < WARM_UPS; turn += 1) run()
  const seconds = Array.from({ length: TIMES }, () => {
    globalThis.gc?.()
    const start = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1e6
  }).sort((a, b) => a - b)
  return {
    seconds: seconds[Math.floor(TIMES / 2)] ?? NaN,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }
}
