/** A key press as the browser tells it. */
export type Stroke = { key: string; code: string; shift: boolean; ctrl: boolean; alt: boolean; meta: boolean }

export type DeskCommand =
  | { does: 'type'; key: string }
  | { does: 'nudge'; by: 1 | -1 }
  | { does: 'move'; outputs: number; criteria: number }
  | { does: 'walk'; by: 1 | -1 }
  | { does: 'read'; by: 1 | -1 }
  | { does: 'turn'; by: 1 | -1 }
  | { does: 'submit' | 'clear' | 'comment' | 'cannotJudge' | 'cannotJudgeTask' }
  | { does: 'reference' | 'undo' | 'link' | 'solo' | 'help' }

const named: Record<string, DeskCommand> = {
  Enter: { does: 'submit' },
  Backspace: { does: 'clear' },
  Delete: { does: 'clear' },
  ArrowLeft: { does: 'move', outputs: -1, criteria: 0 },
  ArrowRight: { does: 'move', outputs: 1, criteria: 0 },
  ArrowUp: { does: 'move', outputs: 0, criteria: -1 },
  ArrowDown: { does: 'move', outputs: 0, criteria: 1 },
  PageDown: { does: 'read', by: 1 },
  PageUp: { does: 'read', by: -1 },
  // Chinese input methods give full-width signs for the same keys.
  '[': { does: 'turn', by: -1 },
  '【': { does: 'turn', by: -1 },
  ']': { does: 'turn', by: 1 },
  '】': { does: 'turn', by: 1 },
  '?': { does: 'help' },
  '？': { does: 'help' },
  '+': { does: 'nudge', by: 1 },
  '=': { does: 'nudge', by: 1 },
  '.': { does: 'type', key: '.' },
  ',': { does: 'type', key: '.' },
  '。': { does: 'type', key: '.' },
}

const letters: Record<string, DeskCommand> = {
  c: { does: 'comment' },
  x: { does: 'cannotJudge' },
  r: { does: 'reference' },
  z: { does: 'undo' },
  l: { does: 'link' },
  f: { does: 'solo' },
}

/** What a key means on the desk; null for keys that belong to the browser. `negative`: the scale reaches below zero. */
export function commandOf(stroke: Stroke, negative: boolean): DeskCommand | null {
  const { key, code, shift } = stroke
  if ((stroke.ctrl || stroke.meta) && key.toLowerCase() === 'z' && !shift) return { does: 'undo' }
  // AltGr reports itself as Ctrl+Alt, and some layouts need it for brackets.
  const altGr = stroke.ctrl && stroke.alt
  if (!altGr && (stroke.ctrl || stroke.alt || stroke.meta)) return null
  if (key === 'Tab') return { does: 'walk', by: shift ? -1 : 1 }
  if (key === ' ') return { does: 'read', by: shift ? -1 : 1 }
  if (key === '-') return negative ? { does: 'type', key: '-' } : { does: 'nudge', by: -1 }
  if (named[key]) return named[key]
  const digit = /^[0-9]$/.test(key) ? key : /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1]
  if (digit !== undefined) return { does: 'type', key: digit }
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase()
  if (letter === 'x' && shift) return { does: 'cannotJudgeTask' }
  return letter === undefined ? null : (letters[letter] ?? null)
}
