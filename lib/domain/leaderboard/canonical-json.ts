/**
 * JSON in one spelling only (RFC 8785): keys sorted by UTF-16 code units, no white space, numbers as ECMAScript writes
 * them. Two programs that agree on the values agree on the bytes, and so on the hash.
 *
 * @throws RangeError for what JSON cannot say: NaN, infinities, undefined, functions
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`not a JSON number: ${value}`)
  const text: string | undefined = JSON.stringify(value)
  if (text === undefined) throw new RangeError(`not a JSON value: ${typeof value}`)
  return text
}
