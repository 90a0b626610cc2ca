import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Real prompts and answers that lie beside the checkout and are never committed. */
const source = path.resolve(import.meta.dirname, '../../../shared/data/real-prompts')

type Message = { role: 'user' | 'assistant'; content: string }
type Prompt = { prompt_id: string; lang: string; category: string; category_zh?: string; turns: string[] }
type Response = { prompt_id: string; system_id: string; messages: Message[] }

export const hasRealPrompts = () => existsSync(path.join(source, 'prompts.jsonl'))

const rows = <T>(file: string): T[] =>
  readFileSync(path.join(source, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): T => JSON.parse(line))

const lines = (all: object[]) => all.map((each) => `${JSON.stringify(each)}\n`).join('')

/** Part A: 200 Chinese prompts over ten categories, four models on every prompt. */
export const isPartA = (promptId: string) => promptId.startsWith('zh-') && !promptId.startsWith('zh-lz-')

type Selection = {
  folder: string
  slug: string
  name: string
  keep?: (promptId: string) => boolean
  ratingsPerTask?: number
}

/** Writes real prompts and answers as a study bundle into `folder`. */
export function writeRealBundle({
  folder,
  slug,
  name,
  keep = () => true,
  ratingsPerTask = 3,
}: Selection): string {
  const prompts = rows<Prompt>('prompts.jsonl').filter((each) => keep(each.prompt_id))
  const responses = rows<Response>('responses.jsonl').filter((each) => keep(each.prompt_id))
  const models = [...new Set(responses.map((each) => each.system_id))].sort()
  const turnsOf = new Map(prompts.map((each) => [each.prompt_id, each.turns]))
  mkdirSync(folder, { recursive: true })
  const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text)
  write('study.yaml', studyYaml({ slug, name, ratingsPerTask }))
  write('prompts.jsonl', lines(prompts.map(promptRow)))
  write('models.csv', ['id,name', ...models.map((id) => `${id},${id}`)].join('\n'))
  write('outputs.jsonl', lines(responses.map((each) => outputRow(each, turnsOf.get(each.prompt_id) ?? []))))
  return folder
}

function studyYaml({
  slug,
  name,
  ratingsPerTask,
}: Required<Pick<Selection, 'slug' | 'name' | 'ratingsPerTask'>>): string {
  return `name: ${name}
slug: ${slug}
languages: [zh, en]
rubric: template:five-level-quality
protocol:
  method: absolute
  presentation: sheet
  ratings_per_task: ${ratingsPerTask}
`
}

const promptRow = ({ prompt_id, turns, lang, category, category_zh }: Prompt) => ({
  id: prompt_id,
  turns,
  language: lang,
  // A slash separates the parts of a path; in these names it is only punctuation.
  abilities: [(category_zh ?? category).replaceAll('/', '、')],
})

/** Plain turns where the user's side is the prompt's own; the whole dialogue where it differs by model. */
function outputRow({ prompt_id, system_id, messages }: Response, turns: string[]): object {
  const asked = messages.filter((each) => each.role === 'user').map((each) => each.content)
  const isSame = asked.length === turns.length && asked.every((text, index) => text === turns[index])
  const answers = messages.filter((each) => each.role === 'assistant').map((each) => each.content)
  if (isSame && answers.length === turns.length)
    return { prompt: prompt_id, model: system_id, turns: answers }
  return { prompt: prompt_id, model: system_id, messages }
}
