import { describe, expect, it } from 'vitest'
import { boardHref, boardQueryOf, sortedBy, unfiltered } from './board-query'

describe('the address of a board', () => {
  it('is the bare path for the usual view', () => {
    expect(boardHref('/leaderboards/x', unfiltered)).toBe('/leaderboards/x')
    expect(boardQueryOf({})).toEqual(unfiltered)
  })

  it('carries every choice there and back', () => {
    const query = {
      ...unfiltered,
      view: 'criteria' as const,
      layout: 'cards' as const,
      sort: 'ability:推理能力/逻辑',
      descending: false,
      type: 'chat',
      organization: 'A & B',
      access: 'open',
      license: 'Apache-2.0',
      size: 'small',
      text: 'cedar; 松',
      lang: 'en',
    }
    const params = Object.fromEntries(new URL(boardHref('/b', query), 'http://x').searchParams)
    expect(boardQueryOf(params)).toEqual(query)
  })

  it('takes the first of several values and ignores what it does not know', () => {
    expect(boardQueryOf({ type: ['chat', 'merge'], view: 'nonsense' })).toEqual({
      ...unfiltered,
      type: 'chat',
    })
  })

  it('sorts a new column best first and turns the same one round', () => {
    expect(sortedBy(unfiltered, 'ability:x')).toEqual({ sort: 'ability:x', descending: true })
    expect(sortedBy(unfiltered, 'total')).toEqual({ sort: 'total', descending: false })
  })
})
