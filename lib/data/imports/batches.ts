const rowsAtMost = 500
const charactersAtMost = 4_000_000

/** Groups rows so that a statement carries neither too many nor too large ones. */
export async function* batches<T>(rows: AsyncIterable<T>, size: (row: T) => number): AsyncGenerator<T[]> {
  let batch: T[] = []
  let weight = 0
  for await (const row of rows) {
    batch.push(row)
    weight += size(row)
    if (batch.length >= rowsAtMost || weight >= charactersAtMost) {
      yield batch
      batch = []
      weight = 0
    }
  }
  if (batch.length > 0) yield batch
}
