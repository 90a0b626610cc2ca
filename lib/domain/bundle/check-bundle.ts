import { presentationOf } from '@/lib/domain/study/protocol'
import { UserError } from '@/lib/domain/user-error'
import { abilityWarnings, abilityWeights, AbilityTally } from './ability-tree'
import { knownFiles, type BundleFiles } from './bundle-files'
import type { BundleCounts, ImportPreview } from './import-view'
import { limits } from './limits'
import { modelRows, type ModelRow } from './models-file'
import { checkOutputs, OutputTally } from './output-tally'
import { ProblemList, type Report } from './problem-list'
import { promptRows, type PromptRow } from './prompts-file'
import { came, wanted } from './said'
import { studyPlan, type StudyPlan } from './study-yaml'
import { refuseUnsupported, unsupportedParts } from './supported'
import { wholeText } from './text-lines'

/** A bundle that was read once from end to end. Its rows are read again when they are stored. */
export type BundleCheck = {
  plan: StudyPlan | null
  models: ModelRow[]
  /** User turns by prompt id, in the bundle's order. */
  turnsOf: Map<string, number>
  languages: string[]
  preview: ImportPreview
  problems: ProblemList
  unsupported: ProblemList
}

export type SoundBundle = BundleCheck & { plan: StudyPlan }

/** Reads everything, collects what is wrong and what the admin will want to see. Throws only for what cannot be read. */
export async function checkBundle(files: BundleFiles): Promise<BundleCheck> {
  const lists = { problems: new ProblemList(), warnings: new ProblemList(), unsupported: new ProblemList() }
  const reportOn = (file: string): Report => ({ file, ...lists })
  requireFiles(files, lists.problems)
  const studyText = await textOf(files, limits.studyBytes, reportOn('study.yaml'))
  const plan = studyText === null ? null : studyPlan(studyText, reportOn('study.yaml'))
  if (plan) {
    for (const part of unsupportedParts(plan, files.paths)) lists.unsupported.add(part)
    // A study of another method has other files: holding them against this one's rules would mislead.
    if (lists.problems.count === 0) refuseUnsupported(lists.unsupported)
  }
  const modelText = await textOf(files, limits.modelsBytes, reportOn('models.csv'))
  const models = modelText === null ? [] : modelRows(modelText, reportOn('models.csv'))
  const prompts = await readPrompts(files, plan, reportOn('prompts.jsonl'))
  const outputs = new OutputTally(prompts.turnsOf, models)
  if (files.paths.includes('outputs.jsonl'))
    await checkOutputs(files.open('outputs.jsonl'), outputs, reportOn('outputs.jsonl'))
  warnUnknownFiles(files, lists.warnings)
  const weights = abilityWeights(plan?.abilities ?? [], plan?.templateAbilities ?? [], prompts.tally)
  for (const warning of abilityWarnings(weights, prompts.tally)) lists.warnings.add(warning)
  const counts = {
    prompts: prompts.turnsOf.size,
    models: models.length,
    outputs: outputs.count,
    media: 0,
    ratings: 0,
    comparisons: 0,
  }
  return {
    plan: plan ? { ...plan, abilities: weights } : null,
    models,
    turnsOf: prompts.turnsOf,
    languages: plan && plan.languages.length > 0 ? plan.languages : [...prompts.languages],
    preview: previewOf({ plan, counts, models, outputs, weights, ...prompts }, lists.warnings),
    ...lists,
  }
}

/** The check of a bundle that may be stored; anything else is refused with all problems at once. */
export function soundBundle(check: BundleCheck): SoundBundle {
  const { plan, problems, unsupported } = check
  if (problems.count > 0 || !plan) {
    const message =
      problems.count === 1 ? 'The bundle has a problem.' : `The bundle has ${problems.count} problems.`
    throw new UserError('invalid', message, { problems: problems.listed, problemCount: problems.count })
  }
  refuseUnsupported(unsupported)
  return { ...check, plan }
}

function requireFiles(files: BundleFiles, problems: ProblemList): void {
  for (const file of ['study.yaml', 'prompts.jsonl', 'models.csv', 'outputs.jsonl']) {
    const carriedElsewhere =
      file === 'outputs.jsonl' &&
      files.paths.some((path) => path === 'ratings.csv' || path === 'comparisons.csv')
    if (files.paths.includes(file) || carriedElsewhere) continue
    problems.add({
      file,
      row: null,
      field: null,
      got: null,
      expected: wanted('file', { file }),
    })
  }
}

function warnUnknownFiles(files: BundleFiles, warnings: ProblemList): void {
  const known: readonly string[] = knownFiles
  for (const path of files.paths) {
    if (!known.includes(path))
      warnings.add({
        file: path,
        row: null,
        field: null,
        got: came('unknownFile'),
        expected: wanted('knownFile'),
      })
  }
}

async function textOf(files: BundleFiles, atMost: number, report: Report): Promise<string | null> {
  return files.paths.includes(report.file) ? wholeText(files.open(report.file), atMost, report) : null
}

type Prompts = {
  turnsOf: Map<string, number>
  tally: AbilityTally
  languages: Set<string>
  firstPrompts: ImportPreview['firstPrompts']
}

/** The language of a prompt that names none: the study's first. */
export function languageOf(prompt: PromptRow, plan: Pick<StudyPlan, 'languages'> | null): string {
  return prompt.language ?? plan?.languages[0] ?? 'und'
}

async function readPrompts(files: BundleFiles, plan: StudyPlan | null, report: Report): Promise<Prompts> {
  const read: Prompts = {
    turnsOf: new Map(),
    tally: new AbilityTally(),
    languages: new Set(),
    firstPrompts: [],
  }
  if (!files.paths.includes(report.file)) return read
  for await (const prompt of promptRows(files.open(report.file), report)) {
    const language = languageOf(prompt, plan)
    read.turnsOf.set(prompt.id, prompt.turns.length)
    read.tally.add(prompt.abilities)
    read.languages.add(language)
    if (read.firstPrompts.length < 5) {
      const { id, turns, abilities } = prompt
      read.firstPrompts.push({
        id,
        text: (turns[0] ?? '').slice(0, 300),
        turns: turns.length,
        abilities,
        language,
      })
    }
  }
  return read
}

type Gathered = Prompts & {
  plan: StudyPlan | null
  counts: BundleCounts
  models: ModelRow[]
  outputs: OutputTally
  weights: StudyPlan['abilities']
}

function previewOf(gathered: Gathered, warnings: ProblemList): ImportPreview {
  const { plan, outputs } = gathered
  return {
    study: plan && {
      slug: plan.slug,
      name: plan.name,
      languages: plan.languages,
      criteria: plan.rubric.criteria.map((each) => each.name),
      presentation: presentationOf(plan.protocol),
      ratingsPerTask: plan.protocol.ratings_per_task,
    },
    counts: gathered.counts,
    models: gathered.models.map(({ id, name, organization, kind }) => ({
      id,
      name,
      organization: organization ?? null,
      kind,
      outputs: outputs.countOf(id),
    })),
    abilities: gathered.tally.tree(),
    weights: gathered.weights,
    firstPrompts: gathered.firstPrompts,
    firstOutputs: outputs.first,
    warnings: warnings.listed,
    warningCount: warnings.count,
  }
}
