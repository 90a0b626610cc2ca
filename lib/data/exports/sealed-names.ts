import { createHmac, randomBytes } from 'node:crypto'

export type NamedRow = { model: string; prompt: string; output_id: string; prompt_id: string }

/**
 * Names for an export of a sealed study: a code per output in place of the model, shared by no two outputs, and a code
 * per prompt. They hold within one export; the key is forgotten with it.
 */
export function sealedNames(): (row: NamedRow) => { model: string; prompt: string } {
  const key = randomBytes(32)
  const known = new Map<string, string>()
  const code = (prefix: string, id: string) => {
    const found = known.get(id)
    if (found) return found
    const fresh = `${prefix}-${createHmac('sha256', key).update(id).digest('hex').slice(0, 20)}`
    known.set(id, fresh)
    return fresh
  }
  return (row) => ({ model: code('o', row.output_id), prompt: code('p', row.prompt_id) })
}
