import { sweepOldImports } from '@/lib/data/imports/import-upkeep'
import type { Admin } from '@/lib/domain/people/actor'
import type { Round } from './rounds'

/** Uploads that nobody carried through do not lie about for ever. */
export const sweepImports = (operator: Admin): Round => ({
  name: 'sweep imports',
  everyMs: 3_600_000,
  run: () => sweepOldImports(operator, new Date()),
})
