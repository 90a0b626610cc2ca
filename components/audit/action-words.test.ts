import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import en from '@/messages/en.json'
import zh from '@/messages/zh-CN.json'
import { actionWords } from './action-words'
import { detailNames } from './detail-words'

/** Actions that are put together when they are written: what can stand in each gap, as the same file or its input has it. */
const putTogether: Record<string, string[]> = {
  'study.${change.to}': ['open', 'paused', 'closed', 'unsealed'],
  'rater.${act}': ['excluded', 'restored'],
  'rater.${word}': ['warned', 'paused', 'resumed', 'recalibration_asked'],
  'calibration.${kind}': ['admit', 'decline', 'another'],
}

const fileName = /\.(jsonl?|yaml|csv)$/
const action = /['`]([a-z_]+\.(?:[a-z_]+|\$\{[^}]+\}))['`]/g

/** Every action that a file of lib/data puts on record, with the gaps that it has. */
function writtenActions(): string[] {
  const root = join(import.meta.dirname, '../../lib/data')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  const sources = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('generated'))
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .filter((source) => source.includes('recordAudit(') || source.includes('INSERT INTO audit_entry'))
  const named = sources.flatMap((source) => [...source.matchAll(action)].map(([, name = '']) => name))
  return [...new Set(named)].filter((name) => !fileName.test(name))
}

test('everything that is put on record has a word on screen, and every word is of something that is', () => {
  const written = writtenActions().flatMap((name) => {
    if (!name.includes('$')) return [name]
    const gap = putTogether[name]
    if (!gap) throw new RangeError(`what can stand in ${name}?`)
    return gap.map((each) => name.replace(/\$\{.*\}/, each))
  })
  expect([...new Set(written)].sort()).toEqual(Object.keys(actionWords).sort())
})

test('each word stands in both languages, and no other does', () => {
  const keys = Object.values(actionWords).sort()
  expect(Object.keys(en.audit.actions).sort()).toEqual(keys)
  expect(Object.keys(zh.audit.actions).sort()).toEqual(keys)
})

test('each detail that the log names has its word in both languages, and no other does', () => {
  const names = [...detailNames].sort()
  expect(Object.keys(en.audit.details).sort()).toEqual(names)
  expect(Object.keys(zh.audit.details).sort()).toEqual(names)
})
