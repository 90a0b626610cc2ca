import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import type { BundleFiles } from '@/lib/domain/bundle/bundle-files'
import { practice } from './slugs'

const folder = join(import.meta.dirname, '..', 'sample')

/** The texts of the sample bundle by file name. */
export type BundleTexts = Map<string, string>

export async function sampleTexts(): Promise<BundleTexts> {
  const names = await readdir(folder)
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  )
}

export function bundleOf(label: string, texts: BundleTexts): BundleFiles {
  return { label, paths: [...texts.keys()], open: (path) => bytesOf(texts.get(path) ?? '') }
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

const practicePrompts = new Set([
  'understand-01',
  'understand-05',
  'knowledge-01',
  'knowledge-06',
  'reasoning-03',
  'reasoning-05',
  'maths-01',
  'maths-03',
  'code-04',
  'code-05',
  'task-03',
  'safety-02',
])
const practiceModels = new Set(['quillfern-9', 'heronwick-70', 'tangelet-7', 'tinkettle-1'])

const studyFile = z.looseObject({ protocol: z.record(z.string(), z.unknown()) })
const promptLine = z.object({ id: z.string() })
export const outputLine = z.object({ prompt: z.string(), model: z.string(), turns: z.array(z.string()) })

/**
 * A dozen prompts and four models of the sample study, as a study of its own to try the desks with; six tasks of one
 * rater make a lot for the inspector.
 */
export function practiceTexts(texts: BundleTexts): BundleTexts {
  const study = studyFile.parse(parse(texts.get('study.yaml') ?? ''))
  const protocol = { ...study.protocol, spot_check: { lot_ratings: 6 } }
  const names = { name: '示例练习 · Sample practice', slug: practice }
  return new Map([
    ['study.yaml', stringify({ ...study, ...names, protocol })],
    [
      'prompts.jsonl',
      keep(texts, 'prompts.jsonl', (line) => practicePrompts.has(promptLine.parse(JSON.parse(line)).id)),
    ],
    ['outputs.jsonl', keep(texts, 'outputs.jsonl', (line) => isPractice(outputLine.parse(JSON.parse(line))))],
    [
      'models.csv',
      keep(
        texts,
        'models.csv',
        (line, number) => number === 0 || practiceModels.has(line.split(',')[0] ?? ''),
      ),
    ],
  ])
}

export function linesOf(texts: BundleTexts, file: string): string[] {
  return (texts.get(file) ?? '').split('\n').filter((line) => line !== '')
}

function keep(texts: BundleTexts, file: string, wanted: (line: string, number: number) => boolean): string {
  return `${linesOf(texts, file).filter(wanted).join('\n')}\n`
}

function isPractice({ prompt, model }: z.infer<typeof outputLine>): boolean {
  return practicePrompts.has(prompt) && practiceModels.has(model)
}
