import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { studyFile } from './study-file'
import { studyText } from './study-text'

it('writes a study.yaml that is read back as it was meant, whatever the name holds', () => {
  const name = '评测: "一" # {x}\n- y'
  const text = studyText({
    name,
    slug: 'trial-1',
    languages: ['zh', 'en'],
    template: 'five-level-quality',
    presentation: 'single',
    ratingsPerTask: 2,
    leaseMinutes: 45,
    tolerance: 1,
  })
  const read = studyFile.parse(parse(text))
  expect(read).toMatchObject({
    name,
    slug: 'trial-1',
    languages: ['zh', 'en'],
    rubric: 'template:five-level-quality',
  })
  expect(read.protocol).toMatchObject({ presentation: 'single', ratings_per_task: 2, lease_minutes: 45 })
  expect(read.protocol.agreement.tolerance).toBe(1)
})
