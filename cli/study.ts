import { changeRules } from '@/lib/data/rules/change-rules'
import { rulesPage } from '@/lib/data/rules/rules-page'
import { enrolAll, enrolLogin } from '@/lib/data/studies/enrolments'
import { closeStudy, openStudy, pauseStudy, unsealStudy } from '@/lib/data/studies/lifecycle'
import { studyList, studyStatus } from '@/lib/data/studies/status'
import type { Admin } from '@/lib/domain/people/actor'
import { operator } from '@/lib/server/operator'
import { defineCommand, UsageError } from './command'
import { changeText, rulesText, settingChanges } from './setting-changes'

const usage = `study list
study <slug> open [--accept-leaks <reason>] | pause | close | unseal [--reason <text>] | status
study <slug> enrol --rater <login> | --all
study <slug> rules [--set <field>=<value>]…`

type Values = {
  rater?: string[] | undefined
  all?: boolean | undefined
  reason?: string | undefined
  'accept-leaks'?: string | undefined
  set?: string[] | undefined
}

type Answer = { json: object; text: string }

const plain = (json: object): Answer => ({ json, text: JSON.stringify(json, null, 2) })

async function act(
  admin: Admin,
  { slug, verb }: { slug: string; verb: string | undefined },
  values: Values,
): Promise<Answer> {
  switch (verb) {
    case 'open':
      await openStudy(admin, slug, { acceptLeaks: values['accept-leaks'] })
      break
    case 'pause':
      await pauseStudy(admin, slug)
      break
    case 'close':
      await closeStudy(admin, slug)
      break
    case 'unseal':
      await unsealStudy(admin, slug, values.reason)
      break
    case 'enrol':
      return enrol(admin, slug, values)
    case 'rules':
      return rules(admin, slug, values.set ?? [])
    case 'status':
    case undefined:
      break
    default:
      throw new UsageError(usage)
  }
  return plain(await studyStatus(admin, slug))
}

async function enrol(admin: Admin, slug: string, values: Values): Promise<Answer> {
  if (!values.all && !values.rater?.length) throw new UsageError(usage)
  for (const login of values.rater ?? []) await enrolLogin(admin, slug, login)
  const added = values.all ? await enrolAll(admin, slug) : (values.rater?.length ?? 0)
  return plain({ slug, enrolled: added })
}

/** The rules as they are, or what changed in them; for people a line each. */
async function rules(admin: Admin, slug: string, assignments: string[]): Promise<Answer> {
  if (assignments.length === 0) {
    const page = await rulesPage(admin, slug)
    return { json: page, text: rulesText(page) }
  }
  const change = await changeRules(admin, slug, settingChanges(assignments))
  return { json: { slug, ...change }, text: changeText(change) }
}

export const command = defineCommand({
  name: 'study',
  usage,
  options: {
    rater: { type: 'string', multiple: true },
    all: { type: 'boolean' },
    reason: { type: 'string' },
    'accept-leaks': { type: 'string' },
    set: { type: 'string', multiple: true },
  },
  async run({ values, positionals }) {
    const [slug, verb] = positionals
    if (!slug) throw new UsageError(usage)
    const admin = await operator()
    if (values.set && verb !== 'rules') throw new UsageError(usage)
    return slug === 'list' && !verb ? plain(await studyList(admin)) : act(admin, { slug, verb }, values)
  },
})
