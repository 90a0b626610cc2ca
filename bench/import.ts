import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { withBundleAt } from '@/lib/data/bundles/open-bundle'
import { operator } from '@/lib/server/operator'
import { importBundle } from '@/worker/import-bundle'

type Row = { outputs: number; prompts: number; seconds: string; perSecond: number }

const models = 4
const answer = [
  '先把问题拆成两步：第一步列出已知条件，第二步逐一核对。',
  '',
  '| 项目 | 数量 |\n|---|---|\n| 甲 | 3 |\n| 乙 | 5 |',
  '',
  '于是总数是 $3 + 5 = 8$，代码可以这样验证：',
  '',
  '```python\nprint(3 + 5)  # 8\n```',
].join('\n')

/** One output in four has a table, a formula and code; the others are plain paragraphs, as in real sets. */
function writeBundle(folder: string, prompts: number): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    path.join(folder, 'study.yaml'),
    `name: Benchmark\nslug: bench-import-${prompts}-${Date.now()}\nlanguages: [zh]\nrubric: template:five-level-quality\nprotocol: { method: absolute }\n`,
  )
  writeFileSync(
    path.join(folder, 'models.csv'),
    ['id,name', ...Array.from({ length: models }, (_, at) => `m${at},Model ${at}`)].join('\n'),
  )
  const lines = Array.from({ length: prompts }, (_, at) =>
    JSON.stringify({
      id: `p${at}`,
      turns: [`第 ${at} 题：请说明理由。`],
      abilities: [`能力 ${at % 7}`],
      language: 'zh',
    }),
  )
  writeFileSync(path.join(folder, 'prompts.jsonl'), lines.join('\n'))
  const outputs = Array.from({ length: prompts * models }, (_, at) => {
    const text = at % 4 === 0 ? answer : '这是一段普通的回答，没有任何标记，长短与真实的回答相近。'.repeat(8)
    return JSON.stringify({
      prompt: `p${Math.floor(at / models)}`,
      model: `m${at % models}`,
      turns: [`${text}\n\n（${at}）`],
    })
  })
  writeFileSync(path.join(folder, 'outputs.jsonl'), outputs.join('\n'))
}

/** Reading, checking, rendering and storing of whole bundles, in one process. */
export async function benchImport(): Promise<Row[]> {
  const admin = await operator()
  const scratch = mkdtempSync(path.join(tmpdir(), 'mangping-bench-'))
  const rows: Row[] = []
  for (const outputs of [10_000, 100_000]) {
    const folder = path.join(scratch, String(outputs))
    writeBundle(folder, outputs / models)
    const start = performance.now()
    await withBundleAt(folder, (files) => importBundle(admin, files))
    const seconds = (performance.now() - start) / 1000
    rows.push({
      outputs,
      prompts: outputs / models,
      seconds: seconds.toFixed(1),
      perSecond: Math.round(outputs / seconds),
    })
  }
  rmSync(scratch, { recursive: true, force: true })
  return rows
}
