import { UserError, type Problem } from '@/lib/domain/user-error'
import { UsageError, type Command, type Outcome } from './command'
import { plainProblems } from './problems'

type Entry = { load: () => Promise<{ command: Command }>; offline?: true }

const commands: Record<string, Entry> = {
  import: { load: () => import('./import') },
  people: { load: () => import('./people') },
  study: { load: () => import('./study') },
  export: { load: () => import('./export') },
  leaderboard: { load: () => import('./leaderboard') },
  publish: { load: () => import('./publish') },
  verify: { load: () => import('./verify'), offline: true },
  stats: { load: () => import('./stats'), offline: true },
  simulate: { load: () => import('./simulate') },
  doctor: { load: () => import('./doctor'), offline: true },
}

const usage = `mangping <command> [--json]\ncommands: ${Object.keys(commands).join(', ')}`

async function main(args: string[]): Promise<number> {
  const asJson = args.includes('--json')
  const [name = '', ...rest] = args.filter((arg) => arg !== '--json')
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined
  try {
    if (!entry) throw new UsageError(name ? `There is no command "${name}".\n${usage}` : usage)
    return tell(await outcomeOf(entry, rest), asJson)
  } catch (error) {
    return refuse(error, asJson)
  } finally {
    if (entry && !entry.offline) await leaveDatabase()
  }
}

async function outcomeOf(entry: Entry, args: string[]): Promise<Outcome> {
  const { command } = await entry.load()
  return args.includes('--help')
    ? { json: { usage: command.usage }, text: command.usage }
    : command.execute(args)
}

function tell({ json, text, exit = 0 }: Outcome, asJson: boolean): number {
  process.stdout.write(`${asJson ? JSON.stringify(json) : text}\n`)
  return exit
}

function refuse(error: unknown, asJson: boolean): number {
  const refusal = refusalOf(error)
  if (asJson) process.stdout.write(`${JSON.stringify({ error: refusal })}\n`)
  process.stderr.write(`${[refusal.message, ...refusal.problems.map(sentenceOf)].join('\n')}\n`)
  return error instanceof UsageError ? 2 : 1
}

function refusalOf(error: unknown): { code: string; message: string; problems: Problem[]; fields?: object } {
  if (error instanceof UsageError) return { code: 'invalid', message: error.message, problems: [] }
  if (!(error instanceof UserError)) return { code: 'internal', message: causeOf(error), problems: [] }
  const problems = plainProblems(error.more.problems ?? [])
  return { code: error.code, message: error.message, ...error.more, problems }
}

function sentenceOf({ file, row, field, got, expected }: Problem): string {
  const place = [file, row === null ? null : `row ${row}`, field].filter((part) => part !== null).join(', ')
  return `  ${place}: ${got === null ? 'nothing' : `"${got}"`} came, expected ${expected}`
}

/** The whole story where something crashed: whoever sits at the command line runs the site. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message} (${causeOf(error.cause)})`
}

/** A command that failed on its settings has no database to leave. */
async function leaveDatabase(): Promise<void> {
  const loaded = await import('@/lib/data/db').catch(() => null)
  await loaded?.closeDatabase()
}

// Whoever reads our output may stop reading, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await main(process.argv.slice(2))
