import path from 'node:path'
import { expect, test } from 'vitest'
import { command } from '@/cli/stats'
import { answered, folder, ratings, refused, written } from './test-answers'

const two = '1,a,1\n1,b,2\n2,a,4\n2,b,4\n3,a,2\n3,b,2\n'
const numeric = ['alpha', 'icc', 'ac2', 'kendall-w', 'zscores', 'p910', 'bt500', 'correlation']
const categorical = [
  'percent',
  'kappa',
  'fleiss',
  'randolph',
  'ac1',
  'majority',
  'dawid-skene',
  'one-coin',
  'mace',
]

test('the shape of an answer is that of the contract', async () => {
  const answer = await answered('alpha', ratings(two), '--resamples', '200', '--seed', '7')
  expect(Object.keys(answer)).toEqual(['measure', 'n', 'value', 'low', 'high', 'reason', 'details'])
  expect(answer).toMatchObject({ measure: 'alpha', n: { items: 3, raters: 2, ratings: 6 }, reason: null })
  expect(answer.low).toBeLessThanOrEqual(answer.value ?? Number.NaN)
  expect(answer.high).toBeGreaterThanOrEqual(answer.value ?? Number.NaN)
  expect(await answered('alpha', ratings(two), '--resamples', '200', '--seed', '7')).toEqual(answer)
})

test('the order of the rows changes nothing, intervals included', async () => {
  const turned = two.trim().split('\n').toReversed().join('\n')
  for (const measure of ['alpha', 'fleiss', 'icc', 'kappa']) {
    const words = ['--resamples', '100']
    const straight = await answered(measure, ratings(two), ...words)
    const reversed = await answered(measure, ratings(`${turned}\n`), ...words)
    expect(reversed.low).toBeCloseTo(straight.low ?? Number.NaN, 12)
    expect(reversed.value).toBeCloseTo(straight.value ?? Number.NaN, 12)
  }
})

test('an empty value is a missing rating; a text where a number belongs is named with its row', async () => {
  const sparse = await answered('alpha', ratings(`${two}4,a,\n4,b,3\n`))
  expect(sparse.n).toEqual({ items: 4, raters: 2, ratings: 7 })
  await expect(answered('alpha', ratings(`${two}4,a,good\n`))).rejects.toMatchObject(
    refused(8, 'value', 'good'),
  )
  for (const bad of ['NaN', 'Infinity', 'NA', '1,5'.replace(',', ';')])
    await expect(answered('icc', ratings(`${two}4,a,${bad}\n`))).rejects.toMatchObject(
      refused(8, 'value', bad),
    )
  await expect(answered('alpha', ratings(`${two},a,3\n`))).rejects.toMatchObject(refused(8, 'item', null))
  await expect(answered('alpha', ratings(`${two}4,a\n`))).rejects.toMatchObject(refused(8, null, '2 values'))
})

test('a missing column, a header twice, another encoding and no file are told', async () => {
  const file = ratings(two)
  await expect(answered('alpha', file, '--value', 'score')).rejects.toMatchObject(
    refused(1, 'score', 'item,rater,value'),
  )
  await expect(answered('alpha', written('item,rater,value,value\n'))).rejects.toMatchObject(
    refused(1, 'value'),
  )
  await expect(
    answered('alpha', written(Buffer.from('item,rater,value\n', 'utf16le'))),
  ).rejects.toMatchObject({
    code: 'invalid',
    more: { problems: [{ got: 'UTF-16 (little endian)', expected: 'UTF-8' }] },
  })
  await expect(answered('alpha', path.join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'not_found' })
  await expect(answered('alpha', written(''))).rejects.toMatchObject(refused(null, null))
})

test('a hundred problems are listed, the rest is counted', async () => {
  const many = Array.from({ length: 150 }, (_, item) => `${item},a,x\n`).join('')
  await expect(answered('alpha', ratings(many))).rejects.toMatchObject({ more: { problemCount: 150 } })
})

test('unknown measures and words are usage errors', async () => {
  for (const words of [
    ['beta', ratings(two)],
    ['alpha'],
    ['alpha', ratings(two), '--level', 'cardinal'],
    ['kappa', ratings(two), '--weights', 'cubic'],
    ['alpha', ratings(two), '--resamples', 'many'],
    ['alpha', ratings(two), '--where', 'value'],
    ['power', '--effect', '0.2'],
    ['power', '--effect', '0.2', '--n', 'ten'],
    ['acceptance', '--max-error', '2'],
  ])
    await expect(command.execute(words)).rejects.toMatchObject({ name: 'UsageError' })
})

test('all missing: undefined with a reason, for every measure', async () => {
  for (const measure of [...numeric, ...categorical]) {
    const answer = await answered(measure, ratings('1,a,\n2,b,\n'))
    expect(answer).toMatchObject({ measure, value: null, n: { items: 0, raters: 0, ratings: 0 } })
    expect(answer.reason).toBeTruthy()
  }
})

test('one rater, one item and equal ratings: a figure or a reason, never NaN', async () => {
  const corners = ['1,a,1\n2,a,2\n3,a,3\n', '1,a,1\n1,b,2\n', '1,a,3\n1,b,3\n2,a,3\n2,b,3\n']
  for (const rows of corners) {
    for (const measure of [...numeric, ...categorical]) {
      const { value, reason } = await answered(measure, ratings(rows))
      if (value === null) expect(reason).toBeTruthy()
      else expect({ measure, value: Number.isFinite(value) }).toEqual({ measure, value: true })
    }
  }
})

test('a rater who rated an item twice is refused for agreement, with both rows', async () => {
  const expected = expect.stringContaining('row 2')
  await expect(answered('alpha', ratings(`${two}1,a,3\n`))).rejects.toMatchObject({
    more: { problems: [{ row: 8, got: 'a', expected }] },
  })
  const labels = await answered('dawid-skene', ratings(`${two}1,a,3\n`))
  expect(labels.n.ratings).toBe(7)
})

test('text is a category; 1 and 1.0 are the same one', async () => {
  const texts = await answered('fleiss', ratings('1,a,good\n1,b,good\n2,a,bad\n2,b,good\n'))
  expect(texts.value).toBeCloseTo(-1 / 3, 12)
  expect((await answered('percent', ratings('1,a,1\n1,b,1.0\n'))).value).toBe(1)
  await expect(answered('alpha', ratings('1,a,x\n1,b,y\n'), '--level', 'nominal')).resolves.toBeTruthy()
})

test('several columns name an item; --where keeps some rows; a byte order mark is no letter', async () => {
  const file = written(
    `\uFEFFprompt,model,rater,criterion,score\n${['p', 'q'].map((prompt) => ['m', 'n'].map((model) => ['a', 'b'].map((rater) => `${prompt},${model},${rater},x,${model === 'm' ? 1 : 5}\n${prompt},${model},${rater},y,\n`).join('')).join('')).join('')}`,
  )
  const answer = await answered(
    'alpha',
    file,
    '--item',
    'prompt,model',
    '--value',
    'score',
    '--where',
    'criterion=x',
  )
  expect(answer).toMatchObject({ value: 1, n: { items: 4, raters: 2, ratings: 8 } })
  const none = await answered(
    'alpha',
    file,
    '--item',
    'prompt,model',
    '--value',
    'score',
    '--where',
    'criterion=y',
  )
  expect(none).toMatchObject({ value: null, n: { ratings: 0 } })
})
