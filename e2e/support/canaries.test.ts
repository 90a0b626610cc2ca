import { expect, test } from 'vitest'
import { canariesIn } from './canaries'

const secret = 'CANARY-MODEL-7f3a'

test('a canary is found in every form it could travel in', () => {
  for (const text of [
    `x${secret}y`,
    secret.toLowerCase(),
    Buffer.from(`ab${secret}c`).toString('base64'),
    Buffer.from(`a${secret}`).toString('base64'),
    Buffer.from(secret).toString('hex'),
    encodeURIComponent(`模型 ${secret}`),
    [...secret].reverse().join(''),
  ])
    expect(canariesIn(text, [secret])).toEqual([secret])
})

test('a text without the canary is clean', () => {
  expect(canariesIn('CANARY MODEL', [secret])).toEqual([])
})
