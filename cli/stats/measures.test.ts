import { expect, test, vi } from 'vitest'
import { answered, ratings, refused, written } from './test-answers'

const two = '1,a,1\n1,b,2\n2,a,4\n2,b,4\n3,a,2\n3,b,2\n'

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

test('very many categories are counted where that can be done and refused where it cannot', async () => {
  const rows = Array.from(
    { length: 150_000 },
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
