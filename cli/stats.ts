import { UserError } from '@/lib/domain/user-error'
import { defineCommand, UsageError } from './command'
import { answerText } from './stats/answer-text'
import { measures } from './stats/measures'
import { flags, Query, usage } from './stats/query'

export const command = defineCommand({
  name: 'stats',
  usage: `${usage}\nmeasures: ${Object.keys(measures).join(', ')}`,
  options: flags,
  async run({ values, positionals: [name = '', file = null, ...more] }) {
    const measure = Object.hasOwn(measures, name) ? measures[name] : undefined
    if (!measure || more.length > 0) {
      const known = Object.keys(measures).join(', ')
      throw new UsageError(name && !measure ? `There is no measure "${name}": ${known}` : usage)
    }
    const query = new Query(name, file, values)
    const answer = await measure(query).catch(inWords)
    for (const flag of query.ignored) process.stderr.write(`--${flag} says nothing to ${name}.\n`)
    return { json: answer, text: answerText(answer) }
  },
})

/** What the mathematics refuses, say too many categories, is a refusal of the input. */
function inWords(error: unknown): never {
  throw error instanceof RangeError ? new UserError('invalid', error.message) : error
}
