import type { BoardRow } from '@/lib/domain/leaderboard/board'
import type { Localized } from '@/lib/domain/localized'
import type { AbilityWeight } from '@/lib/domain/study/study-file'
import type { Problem } from '@/lib/domain/user-error'

export type BundleCounts = {
  prompts: number
  models: number
  outputs: number
  media: number
  ratings: number
  comparisons: number
}

export type AbilityCount = {
  /** The last part of the path; `path` is the whole of it. */
  name: string
  path: string
  prompts: number
  children: AbilityCount[]
}

/** What the admin sees before saying yes. */
export type ImportPreview = {
  study: {
    slug: string
    name: string
    languages: string[]
    criteria: Localized[]
    presentation: string
    ratingsPerTask: number
  } | null
  counts: BundleCounts
  models: { id: string; name: string; organization: string | null; kind: BoardRow['kind']; outputs: number }[]
  abilities: AbilityCount[]
  weights: AbilityWeight[]
  firstPrompts: { id: string; text: string; turns: number; abilities: string[]; language: string }[]
  firstOutputs: { prompt: string; model: string; text: string }[]
  warnings: Problem[]
  warningCount: number
}

export type ImportState = 'uploading' | 'checking' | 'checked' | 'importing' | 'done' | 'refused' | 'failed'

/** `GET /api/v1/imports/{id}`; `POST …/check` and `POST …/confirm` answer with it too. */
export type ImportView = {
  id: string
  label: string
  state: ImportState
  slug: string | null
  studyId: string | null
  /** What has been uploaded so far. */
  files: { path: string; bytes: number }[]
  preview: ImportPreview | null
  /** Up to 100; `problemCount` counts all. */
  problems: Problem[]
  problemCount: number
  progress: { done: number; total: number }
  startedAt: string
  finishedAt: string | null
}

/** `POST /api/v1/imports` */
export type StartedImport = { id: string }

/** `PUT /api/v1/imports/{id}/files?path=…&part=…` */
export type StoredFile = { path: string; bytes: number; totalBytes: number }
