import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { command } from '@/cli/stats'
import type { Answer } from './answer'

const folder = mkdtempSync(path.join(tmpdir(), 'mangping-stats-'))
afterAll(() => rmSync(folder, { recursive: true }))

function written(text: string | Uint8Array, name = 'ratings.csv'): string {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

/** Rows of item, rater and value, with their header. */
const ratings = (rows: string) => written(`item,rater,value\n${rows}`)

async function answered(measure: string, ...words: string[]): Promise<Answer> {
  const { json, exit = 0 } = await command.execute([measure, ...words])
  expect(exit).toBe(0)
  return json as Answer
}

/** Where a refusal points: row, column, what came. */
const refused = (row: number | null, field: string | null, got?: string | null) => ({
  code: 'invalid',
  more: { problems: [expect.objectContaining({ row, field, ...(got !== undefined && { got }) })] },
})

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

test('models that were never compared are refused with their groups; one that never wins has no strength', async () => {
  const pairs = (rows: string) => written(`a,b,verdict\n${rows}`, 'pairs.csv')
  await expect(answered('bradley-terry', pairs('m,n,A\nn,m,A\nx,y,tie\n'))).rejects.toMatchObject({
    code: 'disconnected',
    more: {
      components: [
        ['m', 'n'],
        ['x', 'y'],
      ],
    },
  })
  const lost = await answered('bradley-terry', pairs('m,n,A\nn,m,A\nm,z,A\nn,z,A\n'))
  expect(lost).toMatchObject({ value: null, details: { components: [['m', 'n'], ['z']] } })
  await expect(answered('davidson', pairs('m,n,C\n'))).rejects.toMatchObject(refused(2, 'verdict', 'C'))
  await expect(answered('davidson', pairs('m,m,A\n'))).rejects.toMatchObject(refused(2, 'b', 'm'))
  expect(await answered('bradley-terry', pairs('m,n,\n'))).toMatchObject({ value: null, n: { ratings: 0 } })
})

test('a million categories are counted where that can be done and refused where it cannot', async () => {
  const rows = Array.from(
    { length: 500_000 },
    (_, item) => `${item},a,${2 * item}\n${item},b,${2 * item + 1}\n`,
  )
  const file = ratings(rows.join(''))
  expect((await answered('alpha', file, '--level', 'nominal')).value).toBeCloseTo(0, 9)
  expect((await answered('alpha', file)).value).toBeGreaterThan(0.999)
  await expect(answered('alpha', file, '--level', 'ratio')).rejects.toMatchObject({ code: 'invalid' })
  await expect(answered('dawid-skene', file)).rejects.toMatchObject({ code: 'invalid' })
}, 60_000)

test('groups: every pair with its correction, clusters with all wins', async () => {
  const rows = Array.from({ length: 12 }, (_, item) =>
    [`${item},m,${5 + (item % 3)}`, `${item},n,${1 + (item % 2)}`, `${item},o,${1 + ((item + 1) % 2)}`].join(
      '\n',
    ),
  )
  const file = written(`item,group,value\n${rows.join('\n')}\n`, 'groups.csv')
  const { details, value } = await answered('wilcoxon', file)
  expect(value).toBeNull()
  expect(details['pairs']).toMatchObject([
    { a: 'm', b: 'n' },
    { a: 'm', b: 'o' },
    { a: 'n', b: 'o' },
  ])
  expect((await answered('clusters', file)).details).toMatchObject({
    clusters: [['m'], ['n', 'o']],
    wins: { m: 2, n: 0, o: 0 },
  })
  expect((await answered('permutation', file, '--where', 'group=m')).reason).toContain('one group')
})

test('planning: the published plans, and what a size can show', async () => {
  for (const [limit, accept, sample] of [
    ['0.1', '0', 29],
    ['0.05', '1', 93],
    ['0.02', '2', 313],
  ] as const)
    expect((await answered('acceptance', '--max-error', limit, '--accept', accept)).value).toBe(sample)
  const n = (await answered('power', '--effect', '0.3', '--power', '0.8')).value
  const reached = await answered('power', '--effect', '0.3', '--n', String(n))
  expect(reached.value).toBeGreaterThanOrEqual(0.8)
})

test('names of several columns stay apart whatever stands in them; numbers are decimal', async () => {
  const file = written('item,c,rater,value\n"x,y",z,a,1\nx,"y,z",a,2\n')
  expect((await answered('alpha', file, '--item', 'item,c')).n.items).toBe(2)
  await expect(answered('alpha', ratings('1,a,0x10\n'))).rejects.toMatchObject(refused(2, 'value', '0x10'))
  const semicolons = written('item;rater;value\n1;a;2\n')
  await expect(answered('alpha', semicolons)).rejects.toMatchObject({
    more: {
      problems: expect.arrayContaining([
        expect.objectContaining({ expected: expect.stringContaining('commas') }),
      ]),
    },
  })
})

test('what cannot be told has its own sentence', async () => {
  expect((await answered('power', '--rate', '0.5', '--power', '0.8')).reason).toContain('enough')
  expect((await answered('open', written('a,b,verdict\n'))).reason).toContain('no rating')
  expect((await answered('clusters', written('item,group,value\n1,m,2\n'))).reason).toContain('one group')
  expect((await answered('clusters', written('item,group,value\n1,m,2\n2,n,2\n'))).value).toBeNull()
  const twins = await answered('bradley-terry', written('a,b,verdict,item\nm,n,tie,1\nm,n,tie,2\n'))
  expect(twins.details['low']).toEqual({ m: null, n: null })
})

test('options that a measure does not know are named and change nothing', async () => {
  const said: string[] = []
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  const plain = await answered('alpha', ratings(two))
  expect(await answered('alpha', ratings(two), '--baseline', 'x', '--weights', 'linear')).toEqual(plain)
  write.mockRestore()
  expect(said).toEqual(['--baseline says nothing to alpha.\n', '--weights says nothing to alpha.\n'])
})
