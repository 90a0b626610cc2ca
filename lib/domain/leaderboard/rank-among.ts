/** Equals share a rank, the next one is left out. Equal sums taken in another order differ in their last bits. */
export function rankAmong(all: readonly { score: number }[], score: number): number {
  return 1 + all.filter((other) => other.score > score + 1e-9).length
}
