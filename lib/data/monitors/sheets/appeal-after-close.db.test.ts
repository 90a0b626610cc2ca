import { expect, test } from 'vitest'
import { pseudonymOf } from '@/e2e/support/calibrated-study'
import { keptCells, makeInspector, rateAll, says, settleDue } from '@/e2e/support/disputed-study'
import { openedStudy } from '@/e2e/support/study-factory'
import { closeStudy } from '@/lib/data/studies/lifecycle'
import { operator } from '@/lib/server/operator'
import { actOnRater } from './act-on-rater'
import { answerAppeal, appeal } from './appeals'
import { ownSheet } from './own-sheet'

test('after the study has closed an appeal is heard, and where it is upheld the ratings count again', async () => {
  const study = await openedStudy({ prompts: 2, models: 1, k: 1 }, 1)
  const { id, slug } = study
  const [rater] = study.raters
  if (!rater) throw new Error('a rater')
  await rateAll(rater, slug, says(4))
  await settleDue()
  const inspector = await makeInspector()
  const act = async (word: 'exclude' | 'restore' | 'resume') =>
    actOnRater(inspector, slug, { rater: await pseudonymOf(id, rater), act: word, reason: 'a reason' })
  const values = async () => (await keptCells(id)).map(({ value }) => value)

  await act('exclude')
  await closeStudy(await operator(), slug)
  expect(await values()).toEqual([null, null, null, null])
  const { id: appealId } = await appeal(rater, slug, 'I read every word.')
  await answerAppeal(inspector, { slug, id: appealId }, { state: 'upheld', answer: 'Looked at again.' })
  expect(await act('restore')).toEqual({ state: 'active' })
  expect(await values()).toEqual([4, 4, 4, 4])
  expect(await ownSheet(rater, slug)).toMatchObject({
    appeals: [{ state: 'upheld', answer: 'Looked at again.' }],
    mayAppeal: true,
  })
  // What has to do with work alone is over.
  await expect(act('resume')).rejects.toMatchObject({
    code: 'closed',
    message: expect.stringContaining('no more work'),
  })
})
