import { prepareDamagedOutputs } from '@/lib/data/checks/damaged-outputs'
import type { Admin } from '@/lib/domain/people/actor'
import { rendererVersion, renderMarkdown } from '@/lib/render/render-markdown'
import type { Round } from './rounds'

/** Damaged outputs lie ready before a check asks for one: rendering takes longer than a rater should wait. */
export const prepareChecks = (operator: Admin): Round => ({
  name: 'prepare checks',
  everyMs: 30_000,
  run: () => prepareDamagedOutputs(operator, { version: rendererVersion, html: renderMarkdown }),
})
