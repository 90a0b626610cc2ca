import { renderMarkdown } from '@/lib/render/render-markdown'
import { linesOf, outputLine, type BundleTexts } from './bundles'
import type { KnownAnswers } from './simulated-rater'
import { trueLevels } from './true-levels'

const criteria = ['accuracy', 'completeness', 'expression']

/** The true levels of an answer by the text that a rater sees of it. */
export async function knownAnswers(texts: BundleTexts): Promise<KnownAnswers> {
  const models = linesOf(texts, 'models.csv')
    .slice(1)
    .map((line) => line.split(',')[0])
  const levelsOf = new Map<string, Record<string, number>>()
  for (const line of linesOf(texts, 'outputs.jsonl')) {
    const { prompt, model, turns } = outputLine.parse(JSON.parse(line))
    const digits = trueLevels[prompt]?.split(' ')[models.indexOf(model)]
    if (!digits) throw new Error(`No true levels of ${model} on ${prompt}.`)
    const html = await Promise.all(turns.map(renderMarkdown))
    levelsOf.set(JSON.stringify(html), Object.fromEntries(criteria.map((id, at) => [id, Number(digits[at])])))
  }
  return (turns) => {
    const levels = levelsOf.get(JSON.stringify(turns))
    if (!levels) throw new Error('An answer that is not in the sample.')
    return levels
  }
}
