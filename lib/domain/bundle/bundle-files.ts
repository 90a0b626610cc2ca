import { UserError, type Problem } from '@/lib/domain/user-error'
import { problemOf, wanted } from './said'

/** A bundle wherever it lies: folder, .zip or upload. */
export type BundleFiles = {
  /** What the admin dropped or named. */
  label: string
  /** Paths within the bundle, `/` between folders. */
  paths: string[]
  open(path: string): AsyncIterable<Uint8Array>
}

/** The files that carry a study, in the order in which they are hashed. */
export const knownFiles = [
  'study.yaml',
  'prompts.jsonl',
  'models.csv',
  'outputs.jsonl',
  'ratings.csv',
  'comparisons.csv',
  'objective.csv',
] as const

/**
 * Maps each path within the bundle to how its source names it. One folder around everything is passed over, as are
 * files that systems leave behind; a path that leads out of the bundle is refused.
 */
export function bundlePaths(names: string[]): Map<string, string> {
  const refused = names.filter(leadsOut)
  if (refused.length > 0) {
    const problems = refused.slice(0, 100).map((name) => pathProblem(name))
    throw new UserError('invalid', 'The bundle holds paths that lead out of it.', {
      problems,
      problemCount: refused.length,
    })
  }
  const kept = names.filter((name) => !name.endsWith('/') && !isLeftBehind(name))
  const top = commonFolder(kept)
  return new Map(kept.map((name) => [name.slice(top.length).replaceAll('\\', '/'), name]))
}

export function pathProblem(name: string, expected = wanted('pathWithin')): Problem {
  return problemOf({
    file: name.slice(0, 200).toWellFormed().replaceAll('\0', '␀'),
    row: null,
    field: null,
    got: null,
    expected,
  })
}

function leadsOut(name: string): boolean {
  return (
    name === '' ||
    name.length > 400 ||
    !name.isWellFormed() ||
    name.includes('\0') ||
    /^([\\/]|[A-Za-z]:)/.test(name) ||
    name.split(/[\\/]/).includes('..')
  )
}

function isLeftBehind(name: string): boolean {
  return name.split('/').some((part) => part === '__MACOSX' || part.startsWith('.') || part === 'Thumbs.db')
}

function commonFolder(names: string[]): string {
  if (names.includes('study.yaml')) return ''
  const top = names[0]?.split('/')[0]
  return top !== undefined && names.every((name) => name.startsWith(`${top}/`)) ? `${top}/` : ''
}
