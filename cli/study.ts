import { enrolAll, enrolLogin } from '@/lib/data/studies/enrolments'
import { closeStudy, openStudy, pauseStudy, unsealStudy } from '@/lib/data/studies/lifecycle'
import { studyList, studyStatus } from '@/lib/data/studies/status'
import type { Admin } from '@/lib/domain/people/actor'
import { operator } from '@/lib/server/operator'
import { defineCommand, UsageError } from './command'

const usage = `study list
study <slug> open [--accept-leaks <reason>] | pause | close | unseal [--reason <text>] | status
study <slug> enrol --rater <login> | --all`

type Values = {
  rater?: string[] | undefined
  all?: boolean | undefined
  reason?: string | undefined
  'accept-leaks'?: string | undefined
}

async function act(
  admin: Admin,
  { slug, verb }: { slug: string; verb: string | undefined },
  values: Values,
): Promise<object> {
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
    case 'status':
    case undefined:
      break
    default:
      throw new UsageError(usage)
  }
  return studyStatus(admin, slug)
}

async function enrol(admin: Admin, slug: string, values: Values): Promise<object> {
  if (!values.all && !values.rater?.length) throw new UsageError(usage)
  for (const login of values.rater ?? []) await enrolLogin(admin, slug, login)
  const added = values.all ? await enrolAll(admin, slug) : (values.rater?.length ?? 0)
  return { slug, enrolled: added }
}

export const command = defineCommand({
  name: 'study',
  usage,
  options: {
    rater: { type: 'string', multiple: true },
    all: { type: 'boolean' },
    reason: { type: 'string' },
    'accept-leaks': { type: 'string' },
  },
  async run({ values, positionals }) {
    const [slug, verb] = positionals
    if (!slug) throw new UsageError(usage)
    const admin = await operator()
    const json = slug === 'list' && !verb ? await studyList(admin) : await act(admin, { slug, verb }, values)
    return { json, text: JSON.stringify(json, null, 2) }
  },
})
