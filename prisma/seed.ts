import { closeDatabase } from '@/lib/data/db'
import { studyList } from '@/lib/data/studies/status'
import { operator } from '@/lib/server/operator'
import { practice, published } from './seed/slugs'

/** Runs at every start: where the sample is complete, it asks that and no more. */
async function seed(): Promise<void> {
  const admin = await operator()
  const states = new Map((await studyList(admin)).map(({ slug, state }) => [slug, state]))
  const practiceState = states.get(practice) ?? 'draft'
  if (states.get(published) === 'published' && practiceState !== 'draft') return
  // Importing and publishing are loaded only for the one start that needs them.
  const { makeSampleStudies } = await import('./seed/sample-studies')
  await makeSampleStudies(admin, states)
}

try {
  await seed()
} finally {
  await closeDatabase()
}
