import { expect, test } from 'vitest'
import { UserError } from '@/lib/domain/user-error'
import { checkBundle, soundBundle } from './check-bundle'
import { testBundle, type Content } from './test-bundle'

async function problems(changed: Record<string, Content>): Promise<string[]> {
  const check = await checkBundle(testBundle(changed))
  return check.problems.listed.map(
    ({ file, row, field, got, expected }) =>
      `${file}:${row ?? '-'} ${field ?? '-'} got ${got} expected ${expected}`,
  )
}

const row = (value: object) => JSON.stringify(value)
const lines = (...rows: string[]) => rows.join('\n')

test('a sound bundle is counted, previewed and may be stored', async () => {
  const check = await checkBundle(testBundle())
  expect(check.problems.listed).toEqual([])
  expect(soundBundle(check).preview).toMatchObject({
    counts: { prompts: 2, models: 2, outputs: 4 },
    study: { slug: 'test-study', presentation: 'sheet', ratingsPerTask: 3 },
    abilities: [
      { path: 'a', prompts: 1, children: [{ path: 'a/x', prompts: 1 }] },
      { path: 'b', prompts: 1 },
    ],
    weights: [
      { path: 'a', weight: 1, in_total: true },
      { path: 'b', weight: 1, in_total: true },
    ],
    warningCount: 0,
  })
})

test('an empty output is named by row and model', async () => {
  const outputs = lines(
    row({ prompt: 'p1', model: 'm-a', turns: ['x'] }),
    row({ prompt: 'p2', model: 'm-b', turns: ['x', ' \n'] }),
  )
  expect(await problems({ 'outputs.jsonl': outputs })).toEqual([
    'outputs.jsonl:2 turns.1 got output of m-b is empty expected a text',
  ])
})

test('all problems of all files come at once', async () => {
  const found = await problems({
    'prompts.jsonl': lines(
      '{"id":"p1","turns":["a"]}',
      '{"id":"p1","turns":["b"]}',
      '{"id":"p3","turns":[]}',
      '{"id":"p4","turns":["c"]}',
      'no json',
    ),
    'models.csv': 'id,name,kind\nm-a,A,robot\nm-b,,\nm-b,B,\nm-b,B,',
    'outputs.jsonl': lines(
      row({ prompt: 'p1', model: 'm-b', turns: ['x'] }),
      row({ prompt: 'p1', model: 'm-b', turns: ['y'] }),
      row({ prompt: 'p9', model: 'm-z', turns: ['x'] }),
      row({ prompt: 'p1', model: 'm-c', turns: ['x'] }),
    ),
  })
  expect(found).toEqual([
    'models.csv:2 kind got robot expected one of model, reference, baseline, human',
    'models.csv:3 name got null expected a text',
    'models.csv:5 id got m-b expected an id of its own; row 4 has it already',
    'prompts.jsonl:2 id got p1 expected an id of its own; row 1 has it already',
    'prompts.jsonl:3 turns got [] expected at least 1 entry',
    'prompts.jsonl:5 - got no json expected one JSON object on the line',
    'outputs.jsonl:2 prompt got p1 expected one output of m-b to it; row 1 has one already (two outputs to one question are two prompts)',
    'outputs.jsonl:3 prompt got p9 expected the id of a prompt in prompts.jsonl',
    'outputs.jsonl:3 model got m-z expected the id of a model in models.csv',
    'outputs.jsonl:4 model got m-c expected the id of a model in models.csv',
    'outputs.jsonl:- prompt got prompt p4 without any output expected at least one output to each prompt',
  ])
})

test('a model without an output to some prompts is a warning with its count', async () => {
  const check = await checkBundle(
    testBundle({
      'outputs.jsonl': lines(
        row({ prompt: 'p1', model: 'm-a', turns: ['x'] }),
        row({ prompt: 'p2', model: 'm-a', turns: ['x', 'y'] }),
      ),
    }),
  )
  expect(check.problems.count).toBe(0)
  expect(check.preview.warnings.map((each) => each.got)).toEqual(['m-b: 2 of 2 prompts without an output'])
})

test('as many texts as user turns, or the whole dialogue', async () => {
  const found = await problems({
    'outputs.jsonl': lines(
      row({ prompt: 'p2', model: 'm-a', turns: ['x'] }),
      row({
        prompt: 'p2',
        model: 'm-b',
        messages: [
          { role: 'assistant', content: 'a' },
          { role: 'user', content: 'b' },
        ],
      }),
      row({ prompt: 'p1', model: 'm-a' }),
    ),
  })
  expect(found.map((each) => each.split(' expected ')[0])).toEqual([
    'outputs.jsonl:1 turns got 1',
    'outputs.jsonl:2 messages got a last message of the user',
    'outputs.jsonl:3 turns got null',
  ])
})

test('unknown fields and unused or uncovered abilities are warnings, once each', async () => {
  const check = await checkBundle(
    testBundle({
      'study.yaml':
        'name: T\nslug: t\ncolour: red\nrubric: template:five-level-quality\nprotocol: { method: absolute }\nabilities: [{ path: a }, { path: c }]\n',
      'prompts.jsonl': lines(
        '{"id":"p1","turns":["a"],"abilities":["a/x"],"x":1}',
        '{"id":"p2","turns":["a","b"],"abilities":["b"],"x":2}',
      ),
    }),
  )
  expect(check.preview.warnings.map((each) => `${each.file} ${each.field} ${each.got}`)).toEqual([
    'study.yaml colour an unknown field',
    'prompts.jsonl x an unknown field',
    'study.yaml abilities c',
    'prompts.jsonl abilities b',
  ])
})

test('a problem of study.yaml is named by line', async () => {
  const found = await problems({
    'study.yaml':
      'name: T\nslug: Bad Slug\nrubric: template:five-level-quality\nprotocol:\n  method: absolute\n  ratings_per_task: many\n',
  })
  expect(found).toEqual([
    'study.yaml:2 slug got Bad Slug expected lower-case letters, digits and -, up to 80',
    'study.yaml:6 protocol.ratings_per_task got many expected a number',
  ])
})

test.each([
  ['pairwise', 'protocol: { method: pairwise, baseline: m-a }'],
  ['pairs', 'protocol: { method: absolute, presentation: pair }'],
  ['imported ratings', 'protocol: { method: absolute, source: imported }'],
])('%s is parsed and refused as not built yet', async (_name, protocol) => {
  const check = checkBundle(
    testBundle({ 'study.yaml': `name: T\nslug: t\nrubric: template:five-level-quality\n${protocol}\n` }),
  )
  await expect(check).rejects.toMatchObject({ code: 'unsupported', more: { problemCount: 1 } })
})

test('checks that leave no work are refused with what came and what was expected', async () => {
  const withChecks = (checks: string) => ({
    'study.yaml': `name: T\nslug: t\nrubric: template:five-level-quality\nprotocol:\n  method: absolute\n  checks: ${checks}\n`,
  })
  expect(await problems(withChecks('{ gold: 0.5, repeat: 0.3, degraded: 0.2 }'))).toEqual([
    'study.yaml:6 protocol.checks got {"gold":0.5,"repeat":0.3,"degraded":0.2} expected gold, repeat and degraded of at most 0.9 together',
  ])
  expect(await problems(withChecks('{ gold: 0.6, repeat: 0.2, degraded: 0.1 }'))).toEqual([])
})

test('media are refused as not built yet', async () => {
  const check = await checkBundle(
    testBundle({
      'prompts.jsonl':
        '{"id":"p1","turns":["a"],"attachments":[{"kind":"image","file":"media/1.png"}]}\n{"id":"p2","turns":["a","b"]}',
    }),
  )
  expect(() => soundBundle(check)).toThrow(UserError)
  expect(check.unsupported.count).toBe(1)
})

test('a missing file is named', async () => {
  expect(await problems({ 'models.csv': null, 'outputs.jsonl': '', 'prompts.jsonl': '' })).toEqual([
    'models.csv:- - got null expected the file models.csv at the top of the bundle',
  ])
})
