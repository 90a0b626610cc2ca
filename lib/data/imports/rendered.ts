import { createHash } from 'node:crypto'
import type { OutputTurn } from '@/lib/domain/bundle/outputs-file'
import type { PromptRow } from '@/lib/domain/bundle/prompts-file'

/** Markdown to safe HTML; comes from the worker or the command line, for lib/data knows no renderer. */
export type Renderer = { version: number; html: (markdown: string) => Promise<string> }

export type RenderedOutput = { hash: string; source: OutputTurn[]; html: OutputTurn[] }

/** An output with its HTML, under the hash of what came and of who rendered it. */
export async function renderedOutput(turns: OutputTurn[], renderer: Renderer): Promise<RenderedOutput> {
  const html: OutputTurn[] = []
  for (const turn of turns) {
    html.push(
      typeof turn === 'string'
        ? await renderer.html(turn)
        : { role: turn.role, content: await renderer.html(turn.content) },
    )
  }
  const hash = createHash('sha256')
    .update(JSON.stringify([renderer.version, turns]))
    .digest('hex')
  return { hash, source: turns, html }
}

export async function renderedPrompt(prompt: PromptRow, renderer: Renderer): Promise<object> {
  const turns: string[] = []
  for (const turn of prompt.turns) turns.push(await renderer.html(turn))
  const points: object[] = []
  for (const { text, marks } of prompt.marking_points ?? [])
    points.push({ html: await renderer.html(text), ...(marks === undefined ? {} : { marks }) })
  return {
    turns,
    ...(prompt.reference === undefined ? {} : { reference: await renderer.html(prompt.reference) }),
    ...(points.length === 0 ? {} : { markingPoints: points }),
  }
}
