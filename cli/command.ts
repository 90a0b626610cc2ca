import { parseArgs, type ParseArgsConfig } from 'node:util'

/** What a command tells: one JSON document for programs, a text for people, and whether it is so (exit 0) or not (1). */
export type Outcome = { json: unknown; text: string; exit?: 0 | 1 }

type Flags = NonNullable<ParseArgsConfig['options']>
type Parsed<F extends Flags> = ReturnType<typeof parseArgs<{ options: F; allowPositionals: true }>>

type Definition<F extends Flags> = {
  name: string
  usage: string
  options: F
  run: (given: { values: Parsed<F>['values']; positionals: string[] }) => Promise<Outcome>
}

export type Command = { name: string; usage: string; execute: (args: string[]) => Promise<Outcome> }

/** Called in a way that the command does not know; ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** A command of the command line: its flags are read strictly, then it runs. */
export function defineCommand<const F extends Flags>({ name, usage, options, run }: Definition<F>): Command {
  return {
    name,
    usage,
    execute: async (args) => run(parsed(args, options, usage)),
  }
}

function parsed<const F extends Flags>(args: string[], options: F, usage: string): Parsed<F> {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new UsageError(`${error.message}\n${usage}`)
  }
}

/** `zh,en` as a list; nothing is an empty list. */
export function listOf(text: string | undefined): string[] {
  return (text ?? '').split(',').flatMap((word) => word.trim() || [])
}
