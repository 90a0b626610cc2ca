import type { BundleFiles } from './bundle-files'

const study = `name: Test
slug: test-study
languages: [en]
rubric: template:five-level-quality
protocol: { method: absolute }
`

const sound: Record<string, string> = {
  'study.yaml': study,
  'prompts.jsonl':
    '{"id":"p1","turns":["One?"],"abilities":["a/x"]}\n{"id":"p2","turns":["Two?","And?"],"abilities":["b"]}\n',
  'models.csv': 'id,name,organization\nm-a,Model A,Org\nm-b,Model B,\n',
  'outputs.jsonl': [
    { prompt: 'p1', model: 'm-a', turns: ['1'] },
    { prompt: 'p1', model: 'm-b', turns: ['eins'] },
    { prompt: 'p2', model: 'm-a', turns: ['2', 'so'] },
    {
      prompt: 'p2',
      model: 'm-b',
      messages: [
        { role: 'user', content: 'Two?' },
        { role: 'assistant', content: 'zwei' },
      ],
    },
  ]
    .map((row) => JSON.stringify(row))
    .join('\n'),
}

export type Content = string | Uint8Array | null

/** For tests: a small sound bundle with some files replaced, or taken away by null. */
export function testBundle(changed: Record<string, Content> = {}): BundleFiles {
  const files = new Map<string, Content>(
    Object.entries({ ...sound, ...changed }).filter(([, content]) => content !== null),
  )
  return { label: 'test', paths: [...files.keys()], open: (path) => inPieces(files.get(path) ?? '') }
}

/** Small pieces, so that lines and characters are cut anywhere. */
async function* inPieces(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const size = bytes.byteLength > 10_000 ? 65_536 : 7
  for (let start = 0; start < bytes.byteLength; start += size) yield bytes.subarray(start, start + size)
}
