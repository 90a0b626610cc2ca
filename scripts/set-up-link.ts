import { freshSetUpLink } from '@/lib/data/accounts'

/** Prints a fresh one-time set-up link while no admin exists; else nothing. */
const link = await freshSetUpLink()
if (link) console.log(link)
process.exit(0)
