import { expect, test } from 'vitest'
import { possibleActs } from './rater-acts'

test('while a study is at work, what can be done depends on where the rater stands', () => {
  expect(possibleActs('active', 'open')).toEqual(['warn', 'pause', 'recalibrate', 'exclude'])
  expect(possibleActs('calibrating', 'paused')).toEqual(['warn', 'exclude'])
  expect(possibleActs('paused', 'open')).toEqual(['warn', 'resume', 'recalibrate', 'exclude'])
  expect(possibleActs('finished', 'open')).toEqual(['exclude'])
  expect(possibleActs('invited', 'open')).toEqual([])
})

test('a closed study takes no more work, and who counts in it can still change; once the blind is lifted, nothing can', () => {
  expect(possibleActs('active', 'closed')).toEqual(['exclude'])
  expect(possibleActs('excluded', 'closed')).toEqual(['restore'])
  for (const study of ['unsealed', 'published'] as const) {
    expect([...possibleActs('active', study), ...possibleActs('excluded', study)]).toEqual([])
  }
})
