import { expect, test } from 'vitest'
import { commandOf, type Stroke } from './desk-keys'

const press = (key: string, more: Partial<Stroke> = {}) =>
  commandOf({ key, code: '', shift: false, ctrl: false, alt: false, meta: false, ...more }, false)

test('digits type, from the number row of any layout and from the number pad', () => {
  expect(press('4')).toEqual({ does: 'type', key: '4' })
  expect(press('&', { code: 'Digit1' })).toEqual({ does: 'type', key: '1' })
  expect(press('7', { code: 'Numpad7' })).toEqual({ does: 'type', key: '7' })
})

test('letters work in both cases and under an input method', () => {
  expect(press('c')).toEqual({ does: 'comment' })
  expect(press('C')).toEqual({ does: 'comment' })
  expect(press('Process', { code: 'KeyL' })).toEqual({ does: 'link' })
  expect(press('【')).toEqual({ does: 'turn', by: -1 })
})

test('X is for the output, Shift+X for the whole task', () => {
  expect(press('x')).toEqual({ does: 'cannotJudge' })
  expect(press('X', { shift: true })).toEqual({ does: 'cannotJudgeTask' })
})

test('the browser keeps its own shortcuts', () => {
  expect(press('c', { ctrl: true })).toBeNull()
  expect(press('r', { meta: true })).toBeNull()
  expect(press('q')).toBeNull()
  expect(press('F5')).toBeNull()
})

test('minus steps down, but types on a scale that reaches below zero', () => {
  expect(press('-')).toEqual({ does: 'nudge', by: -1 })
  const minus = { key: '-', code: 'Minus', shift: false, ctrl: false, alt: false, meta: false }
  expect(commandOf(minus, true)).toEqual({ does: 'type', key: '-' })
})
