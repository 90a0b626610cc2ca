import type { Words } from '@/lib/domain/user-error'

/** What is wrong with anchors, in English and as a sentence of the message files. */
export type CalibrationProblem = {
  /** `cells.<criterion>.scores` and the like; null where the whole set is meant. */
  field: string | null
  text: string
  words: Words
}

type Values = NonNullable<Words['values']>

const sentences = {
  unknownCriterion: '"{criterion}" is no criterion of the rubric',
  missingCriterion: 'no scores; expected two or more from experts',
  tooFewExperts: '{count} of at least two expert scores',
  offScale: '{score} is not on the scale {min} to {max} in steps of {step}',
  expertsApart:
    'experts gave {low} to {high}, further apart than {range}: agree first, or leave this output out',
  bandOffScale: 'the band {low} to {high} does not lie on the scale {min} to {max} in steps of {step}',
  bandWithoutAgreed: 'the band {low} to {high} leaves out the agreed score {agreed}',
  bandTakesAll: 'the band {low} to {high} takes every score of the scale',
  otherRubric: 'made under version {got} of the rubric; the study has version {version}',
  tooFew: '{count} anchors of this rubric version; {attempts} × {anchors} are needed',
  tooFewAtEnd:
    '{criterion}: {count} anchors whose band lies in the {end} half of the scale; {needed} are needed, {perEnd} an attempt',
  constantPasses: 'the anchors drawn let one pass who always gives {share} of the scale',
  guesserPasses: 'one who guesses passes with a chance of {risk}; at most {limit} is allowed',
} as const

export function problem(
  field: string | null,
  id: keyof typeof sentences,
  values: Values = {},
): CalibrationProblem {
  const text = sentences[id].replaceAll(/\{(\w+)\}/g, (_whole, name: string) => String(values[name] ?? ''))
  return { field, text, words: { id: `calibration.problem.${id}`, values } }
}
