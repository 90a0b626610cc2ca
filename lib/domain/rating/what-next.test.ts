import { expect, test } from 'vitest'
import { whatNext } from './what-next'

const some = { done: 3, left: 4 }

test('a rater at work rates while something is left, and who was excluded has come to an end in any state', () => {
  const at = { state: 'open', enrolment: 'active', progress: some } as const
  expect(whatNext(at)).toBe('rate')
  expect(whatNext({ ...at, progress: { done: 3, left: 0 } })).toBe('nothing')
  for (const state of ['open', 'paused', 'closed', 'published'] as const)
    expect(whatNext({ ...at, state, enrolment: 'excluded' })).toBe('ended')
  expect(whatNext({ ...at, state: 'closed' })).toBe('over')
})
