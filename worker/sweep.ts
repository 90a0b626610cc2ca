import { sweepExpiredLeases } from '@/lib/data/desk/sweep'
import type { Round } from './rounds'

/** Leases that ran out go back into the line within a second. */
export const sweepLeases: Round = { name: 'sweep leases', everyMs: 1000, run: sweepExpiredLeases }
