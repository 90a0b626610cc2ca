/** The categories of a column: its distinct values in ascending order, and for each entry the place of its value. */
export type Categories = { values: Float64Array; category: Int32Array }

/**
 * Finds the distinct values of a column by a hash of their bits, so that the cost is the length of the column plus the
 * sorting of what is distinct. 0 and −0 are one value.
 *
 * @param column finite numbers
 */
export function distinctValues(column: Float64Array): Categories {
  const table = hashTable(column.length)
  const category = new Int32Array(column.length)
  const bits = new Int32Array(column.buffer, column.byteOffset, column.length * 2)
  let distinct = 0
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i] ?? 0
    const slot = slotOf(table, value, hashOf(bits[2 * i] ?? 0, bits[2 * i + 1] ?? 0))
    if (table.slots[slot] === 0) {
      table.found[distinct] = value === 0 ? 0 : value
      distinct += 1
      table.slots[slot] = distinct
    }
    category[i] = (table.slots[slot] ?? 0) - 1
  }
  const rank = ranksInOrder(table, distinct)
  for (let i = 0; i < category.length; i += 1) category[i] = rank.of[category[i] ?? 0] ?? 0
  return { values: rank.values, category }
}

/** Open addressing, at most half full: a slot holds 0, or 1 plus the place of its value in the order of first sight. */
type HashTable = { slots: Int32Array; found: Float64Array }

const hashTable = (most: number): HashTable => ({
  slots: new Int32Array(2 ** Math.ceil(Math.log2(2 * most + 2))),
  found: new Float64Array(most),
})

/** The slot of a value, or the empty one where it belongs. */
function slotOf({ slots, found }: HashTable, value: number, hash: number): number {
  const mask = slots.length - 1
  let slot = (value === 0 ? 0 : hash) & mask
  for (let known = slots[slot] ?? 0; known > 0 && found[known - 1] !== value; known = slots[slot] ?? 0)
    slot = (slot + 1) & mask
  return slot
}

function ranksInOrder(table: HashTable, distinct: number) {
  const values = table.found.slice(0, distinct).sort()
  const bits = new Int32Array(values.buffer)
  const of = new Int32Array(distinct)
  for (let rank = 0; rank < distinct; rank += 1) {
    const hash = hashOf(bits[2 * rank] ?? 0, bits[2 * rank + 1] ?? 0)
    of[(table.slots[slotOf(table, values[rank] ?? 0, hash)] ?? 1) - 1] = rank
  }
  return { values, of }
}

/** The 32-bit finaliser of murmur3 over both halves of a double. */
function hashOf(low: number, high: number): number {
  let hash = Math.imul(low ^ Math.imul(high ^ (high >>> 16), 0x85ebca6b), 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 13), 0x85ebca6b)
  return hash ^ (hash >>> 16)
}
