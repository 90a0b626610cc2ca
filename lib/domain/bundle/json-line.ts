import { limits } from './limits'
import { came, wanted, type Finding } from './said'

type Wrong = Pick<Finding, 'field' | 'got' | 'expected'>
type Parsed = { value: unknown } | { wrong: Wrong }

const pollutingKeys = new Set(['__proto__', 'constructor', 'prototype'])

/** Parses one line of JSON; refuses what JSON.parse would quietly accept or lose. */
export function parseJsonLine(text: string): Parsed {
  const wrong = problemWithShape(text)
  if (wrong) return { wrong }
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { wrong: { field: null, got: text.slice(0, 60), expected: wanted('jsonLine') } }
  }
}

/** Walks over the text without building it: nesting, keys named twice, keys that reach into prototypes. */
function problemWithShape(text: string): Wrong | null {
  const open: (Set<string> | null)[] = []
  let keyNext = false
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (character === '"') {
      const end = endOfString(text, index)
      const keys = keyNext ? open.at(-1) : null
      if (keys) {
        const key = keyOf(text.slice(index, end + 1))
        if (pollutingKeys.has(key)) return { field: key, got: key, expected: wanted('noSuchKey') }
        if (keys.has(key)) return { field: key, got: came('keyTwice'), expected: wanted('keyOnce') }
        keys.add(key)
        keyNext = false
      }
      index = end
    } else if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : null)
      keyNext = character === '{'
      if (open.length > limits.jsonDepth) return tooDeep
    } else if (character === '}' || character === ']') {
      open.pop()
      keyNext = false
    } else if (character === ',') {
      keyNext = Boolean(open.at(-1))
    }
  }
  return null
}

const tooDeep: Wrong = {
  field: null,
  got: came('deeper'),
  expected: wanted('atMostLevels', { count: limits.jsonDepth }),
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end === -1 ? text.length : end
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0
  while (text[at - 1 - backslashes] === '\\') backslashes += 1
  return backslashes % 2 === 1
}

function keyOf(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1)
  try {
    return String(JSON.parse(quoted))
  } catch {
    return quoted
  }
}
