/** What the short wizard asks. */
export type StudyAnswers = {
  name: string
  slug: string
  languages: string[]
  template: string
  presentation: 'sheet' | 'single'
  ratingsPerTask: number
  leaseMinutes: number
  tolerance: number
}

/** The answers as a study.yaml; JSON strings are YAML strings, so nothing in a name can break out of its line. */
export function studyText(answers: StudyAnswers): string {
  const text = JSON.stringify
  return [
    `name: ${text(answers.name)}`,
    `slug: ${text(answers.slug)}`,
    `languages: ${text(answers.languages)}`,
    `rubric: ${text(`template:${answers.template}`)}`,
    'protocol:',
    '  method: absolute',
    `  presentation: ${answers.presentation}`,
    `  ratings_per_task: ${answers.ratingsPerTask}`,
    `  lease_minutes: ${answers.leaseMinutes}`,
    `  agreement: { tolerance: ${answers.tolerance} }`,
    '',
  ].join('\n')
}
