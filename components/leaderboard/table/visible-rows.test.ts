import { describe, expect, it } from 'vitest'
import { unfiltered } from './board-query'
import type { ModelRow } from '@/components/leaderboard/board-view'
import { visibleRows } from './visible-rows'

const row = (name: string, score: number | null, more: Partial<ModelRow> = {}): ModelRow => ({
  model: name,
  name,
  organization: null,
  kind: 'model',
  type: null,
  access: null,
  parametersB: null,
  architecture: null,
  license: null,
  precision: null,
  url: null,
  description: null,
  aliases: [],
  caveat: null,
  rankRange: null,
  n: 1,
  needsArbitration: 0,
  cells: {},
  figures: { total: { score, low: null, high: null, n: 1 } },
  ...more,
})

const rows = [
  row('Cedar', 3, { organization: 'North Pier', access: 'open', license: 'MIT', parametersB: 7 }),
  row('Harbor', null),
  row('Juniper', 4, { type: 'chat' }),
  row('People', 5, { kind: 'human' }),
]
const names = (query: Partial<typeof unfiltered>) =>
  visibleRows(rows, { ...unfiltered, ...query }).ranked.map((one) => one.name)

describe('visibleRows', () => {
  it('puts the best first and what is missing last, whichever way it is sorted', () => {
    expect(names({})).toEqual(['Juniper', 'Cedar', 'Harbor'])
    expect(names({ descending: false })).toEqual(['Cedar', 'Juniper', 'Harbor'])
  })

  it('keeps reference rows apart', () => {
    expect(visibleRows(rows, unfiltered).references.map((one) => one.name)).toEqual(['People'])
  })

  it('finds any of several words in names and organizations, with either semicolon', () => {
    expect(names({ text: 'pier ; JUNI' })).toEqual(['Juniper', 'Cedar'])
    expect(names({ text: 'harbor；cedar' })).toEqual(['Cedar', 'Harbor'])
  })

  it('filters by type, access, license and size', () => {
    expect(names({ type: 'chat' })).toEqual(['Juniper'])
    expect(names({ access: 'open' })).toEqual(['Cedar'])
    expect(names({ license: 'MIT' })).toEqual(['Cedar'])
    expect(names({ size: 'small' })).toEqual(['Cedar'])
    expect(names({ size: 'unknown' })).toEqual(['Juniper', 'Harbor'])
  })
})
