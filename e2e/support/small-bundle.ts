import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const study = (slug: string) => `name: 一个小评测
slug: ${slug}
languages: [zh]
rubric:
  version: 1
  criteria:
    - id: accuracy
      name: { zh: 准确性, en: Accuracy }
      scale: { min: 1, max: 5, step: 1, levels: [{ value: 1, label: { zh: 差, en: Bad } }, { value: 5, label: { zh: 优, en: Excellent } }] }
    - id: style
      name: { zh: 表达, en: Style }
      scale: { min: 1, max: 5, step: 1, levels: [] }
protocol: { method: absolute, presentation: sheet, ratings_per_task: 3 }
abilities:
  - { path: 推理, weight: 1 }
  - { path: 知识, weight: 1 }
`

export const good = '这个回答条理清楚，结论正确。'
export const poor = '这个回答答非所问。'

/** Four files of a study with four prompts and two models, one plainly better than the other. */
export function writeSmallBundle(slug: string): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'mangping-journey-'))
  const prompts = ['推理', '知识', '推理', '知识'].map((ability, at) => ({
    id: `p${at}`,
    turns: [`第 ${at + 1} 题是什么？`],
    abilities: [ability],
    language: 'zh',
  }))
  const outputs = prompts.flatMap(({ id }) => [
    { prompt: id, model: 'cedar', turns: [`${good}（${id}）`] },
    { prompt: id, model: 'pebble', turns: [`${poor}（${id}）`] },
  ])
  const jsonl = (rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n')
  const files: [string, string][] = [
    ['study.yaml', study(slug)],
    ['prompts.jsonl', jsonl(prompts)],
    ['models.csv', 'id,name,organization\ncedar,Cedar One,North Pier\npebble,Pebble One,Open Weave\n'],
    ['outputs.jsonl', jsonl(outputs)],
  ]
  return files.map(([name, text]) => {
    const file = path.join(folder, name)
    writeFileSync(file, text)
    return file
  })
}
