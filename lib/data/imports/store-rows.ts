import type { RenderedOutput } from './rendered'
import type { Transaction } from '@/lib/data/db'

export type StoredPrompt = {
  id: string
  key: string
  position: number
  turns: string[]
  html: object
  reference: string | null
  marking_points: object[] | null
  abilities: string[]
  language: string
  skills: string[]
}

export type StoredOutput = RenderedOutput & { id: string; promptId: string; modelId: string }

/** One statement per batch: a parameter of JSON carries all its rows. */
export async function insertPrompts(
  tx: Transaction,
  promptSetId: string,
  prompts: StoredPrompt[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO prompt (id, prompt_set_id, key, position, turns, html, reference, marking_points, attachments, abilities, language, skills)
    SELECT id, ${promptSetId}::uuid, key, position, turns, html, reference, nullif(marking_points, 'null'), '[]', abilities, language, skills
    FROM jsonb_to_recordset(${JSON.stringify(prompts)}::jsonb) AS fresh (
      id uuid, key text, position int, turns jsonb, html jsonb, reference text, marking_points jsonb,
      abilities text[], language text, skills text[])`
}

/** Outputs with their contents; a content that is kept already is used again. */
export async function insertOutputs(
  tx: Transaction,
  studyId: string,
  outputs: StoredOutput[],
): Promise<void> {
  const contents = [
    ...new Map(outputs.map(({ hash, source, html }) => [hash, { hash, source, html }])).values(),
  ]
  await tx.$executeRaw`
    INSERT INTO content (hash, source, html)
    SELECT decode(hash, 'hex'), source, html
    FROM jsonb_to_recordset(${JSON.stringify(contents)}::jsonb) AS fresh (hash text, source jsonb, html jsonb)
    ON CONFLICT (hash) DO NOTHING`
  const rows = outputs.map(({ id, promptId, modelId, hash }) => ({
    id,
    prompt: promptId,
    model: modelId,
    hash,
  }))
  await tx.$executeRaw`
    INSERT INTO output (id, study_id, prompt_id, model_id, content_hash)
    SELECT id, ${studyId}::uuid, prompt, model, decode(hash, 'hex')
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS fresh (id uuid, prompt uuid, model uuid, hash text)`
}
