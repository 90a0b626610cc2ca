import { expect, test } from 'vitest'
import { bundlePaths } from './bundle-files'
import { checkBundle } from './check-bundle'
import { limits } from './limits'
import { testBundle, type Content } from './test-bundle'

async function firstProblem(changed: Record<string, Content>) {
  const check = await checkBundle(testBundle(changed))
  return check.problems.listed[0]
}

const second = '\n{"id":"p2","turns":["a","b"]}'
const prompt = (json: string) => ({ 'prompts.jsonl': json + second })

test.each([
  ['__proto__', '{"id":"p1","turns":["a"],"__proto__":{"polluted":1}}', '__proto__'],
  ['escaped __proto__', '{"id":"p1","turns":["a"],"__pro\\u0074o__":{"polluted":1}}', '__proto__'],
  [
    'constructor.prototype',
    '{"id":"p1","turns":["a"],"constructor":{"prototype":{"polluted":1}}}',
    'constructor',
  ],
  ['a key twice', '{"id":"p1","turns":["a"],"id":"p7"}', 'id'],
  ['NUL', '{"id":"p1","turns":["a\\u0000"]}', 'turns.0'],
  ['a lone surrogate', '{"id":"p1","turns":["a\\ud800"]}', 'turns.0'],
  ['NaN', '{"id":"p1","turns":["a"],"marking_points":[{"text":"x","marks":NaN}]}', null],
  [
    '1e400',
    '{"id":"p1","turns":["a"],"marking_points":[{"text":"x","marks":1e400}]}',
    'marking_points.0.marks',
  ],
  ['depth', `${'['.repeat(100_000)}`, null],
  [
    'depth in an ignored field',
    `{"id":"p1","turns":["a"],"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    null,
  ],
  ['a huge text', `{"id":"p1","turns":["${'字'.repeat(400_000)}"]}`, 'turns.0'],
  ['a huge line', `{"id":"p1","turns":["${'a'.repeat(limits.lineBytes)}"]}`, null],
  ['a number as an id', '{"id":7,"turns":["a"]}', 'id'],
  ['a language that is none', '{"id":"p1","turns":["a"],"language":"not a tag"}', 'language'],
])('%s is refused with its row', async (_name, json, field) => {
  const problem = await firstProblem(prompt(json))
  expect(problem).toMatchObject({ file: 'prompts.jsonl', row: 1, field })
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

test('keys that every object has are no ids', async () => {
  const outputs = '{"prompt":"toString","model":"constructor","turns":["x"]}'
  expect(await firstProblem({ 'outputs.jsonl': outputs })).toMatchObject({
    row: 1,
    field: 'prompt',
    got: 'toString',
  })
})

test('ids and columns named like object internals are plain text', async () => {
  const check = await checkBundle(
    testBundle({
      'models.csv': 'id,name,__proto__\nhasOwnProperty,valueOf,x\n',
      'prompts.jsonl': '{"id":"__proto__","turns":["a"]}',
      'outputs.jsonl': '{"prompt":"__proto__","model":"hasOwnProperty","turns":["x"]}',
    }),
  )
  expect(check.problems.listed).toEqual([])
  expect(check.preview.counts).toMatchObject({ prompts: 1, models: 1, outputs: 1 })
  expect(check.preview.warnings.map((each) => each.field)).toContain('__proto__')
})

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))

test.each([
  ['UTF-16 (little endian)', utf16('\ufeff{"id":"p1","turns":["a"]}')],
  ['UTF-16 (little endian)', utf16('{"id":"p1","turns":["a"]}')],
  [
    'GB18030 (GBK)',
    new Uint8Array([...Buffer.from('{"id":"p1","turns":["'), 0xc4, 0xe3, 0xba, 0xc3, ...Buffer.from('"]}')]),
  ],
])('%s is refused by name', async (name, bytes) => {
  expect(await firstProblem({ 'prompts.jsonl': bytes })).toMatchObject({
    row: 1,
    got: name,
    expected: 'UTF-8',
  })
})

test('a byte order mark of UTF-8 and Windows line ends are accepted', async () => {
  const check = await checkBundle(
    testBundle({
      'prompts.jsonl': '\ufeff{"id":"p1","turns":["a"]}\r\n\r\n{"id":"p2","turns":["a","b"]}\r\n',
      'models.csv': '\ufeffid,name\r\nm-a,A\r\nm-b,B\r\n',
      'study.yaml':
        '\ufeffname: T\r\nslug: t\r\nrubric: template:k12-marking\r\nprotocol: { method: absolute }\r\n',
    }),
  )
  expect(check.problems.listed).toEqual([])
})

test.each([
  [
    'aliases that multiply',
    `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`,
  ],
  ['brackets without end', '['.repeat(500_000)],
  ['dashes without end', '- '.repeat(100_000)],
  ['a key twice', 'name: a\nname: b\n'],
  ['NUL', 'name: "a\0"'],
])('study.yaml with %s is refused at once', async (_name, text) => {
  const start = performance.now()
  expect(await firstProblem({ 'study.yaml': text })).toMatchObject({ file: 'study.yaml' })
  expect(performance.now() - start).toBeLessThan(2000)
})

test.each([
  ['../escape'],
  ['/etc/passwd'],
  ['a/../../b'],
  ['C:\\x'],
  ['a\\..\\b'],
  ['a\0b'],
  ['x'.repeat(4096)],
])('the path %j leads out of a bundle and is refused', (path) => {
  expect(() => bundlePaths(['study.yaml', path])).toThrow('lead out of it')
})

test('one folder around everything and what systems leave behind are passed over', () => {
  const paths = bundlePaths([
    'my/study.yaml',
    'my/media/a.png',
    '__MACOSX/my/._study.yaml',
    'my/.DS_Store',
    'my/',
  ])
  expect([...paths]).toEqual([
    ['study.yaml', 'my/study.yaml'],
    ['media/a.png', 'my/media/a.png'],
  ])
})

test('problems beyond a hundred are counted, not listed', async () => {
  const prompts = Array.from({ length: 5000 }, () => '{"id":""}').join('\n')
  const { problems } = await checkBundle(testBundle({ 'prompts.jsonl': prompts, 'outputs.jsonl': '' }))
  expect([problems.listed.length, problems.count]).toEqual([100, 10_000])
})
