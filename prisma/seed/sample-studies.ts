import { closeStudy, openStudy, unsealStudy } from '@/lib/data/studies/lifecycle'
import { enrolLogin, enrolRater } from '@/lib/data/studies/enrolments'
import { publishRelease } from '@/lib/data/releases/publish-release'
import type { Admin } from '@/lib/domain/people/actor'
import { importBundle } from '@/worker/import-bundle'
import { practice, published } from './slugs'
import { accountsToTry, simulatedRaters } from './accounts'
import { bundleOf, practiceTexts, sampleTexts, type BundleTexts } from './bundles'
import { knownAnswers } from './known-answers'
import { rateAll } from './ratings'
import { habits } from './simulated-rater'

const seed = 20261122

/**
 * Two sample studies: one that nine simulated raters have finished and that is published, and a short one that is open
 * for whoever wants to try the desk. Goes on where an earlier run ended.
 */
export async function makeSampleStudies(admin: Admin, states: ReadonlyMap<string, string>): Promise<void> {
  const texts = await sampleTexts()
  await publishSample(admin, texts, states.get(published))
  await openPractice(admin, texts, states.get(practice))
}

async function publishSample(admin: Admin, texts: BundleTexts, found: string | undefined): Promise<void> {
  let state = found ?? (await importDraft(admin, texts))
  if (state === 'draft') {
    await openStudy(admin, published)
    state = 'open'
  }
  if (state === 'open') {
    await rateAsSimulated(admin, texts)
    await closeStudy(admin, published)
    state = 'closed'
  }
  const reason = 'Sample study: the cells in dispute stay open, to show what they look like.'
  if (state === 'closed') {
    await unsealStudy(admin, published, reason)
    state = 'unsealed'
  }
  if (state === 'unsealed') await publishRelease(admin, published, { seed, waivers: { arbitration: reason } })
}

async function rateAsSimulated(admin: Admin, texts: BundleTexts): Promise<void> {
  const raterIds = await simulatedRaters(admin, habits.length)
  for (const id of raterIds) await enrolRater(admin, published, id)
  await rateAll(published, raterIds, await knownAnswers(texts))
}

async function openPractice(admin: Admin, texts: BundleTexts, found: string | undefined): Promise<void> {
  const state = found ?? (await importDraft(admin, practiceTexts(texts)))
  if (state !== 'draft') return
  for (const login of await accountsToTry(admin)) await enrolLogin(admin, practice, login)
  await openStudy(admin, practice)
}

async function importDraft(admin: Admin, texts: BundleTexts): Promise<'draft'> {
  await importBundle(admin, bundleOf('sample', texts), { sample: true, seed })
  return 'draft'
}
