import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import { closeStudy, unsealStudy } from '@/lib/data/studies/lifecycle'
import { operator } from '@/lib/server/operator'
import { mustMangping } from './mangping'
import { fullRating } from './rating'
import { openedStudy, type Made } from './study-factory'

/** A small study, rated in full by raters made of code, with its first release. */
export async function publishedStudy(): Promise<Made> {
  const study = await openedStudy({ prompts: 4, models: 3, canary: 'Shown ' }, 3)
  for (const [index, rater] of study.raters.entries()) {
    let { task } = await claimTasks(rater, study.slug, 1)
    while (task) ({ task } = await submitRating(rater, study.slug, fullRating(task, 3 + (index % 2))))
  }
  const admin = await operator()
  await closeStudy(admin, study.slug)
  await unsealStudy(admin, study.slug)
  const out = mkdtempSync(path.join(tmpdir(), 'mangping-published-'))
  await mustMangping(['publish', study.slug, '--out', out, '--seed', '1'])
  return study
}
