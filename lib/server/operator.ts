import { adminAccount, operatorAccount, simulatedAccount } from '@/lib/data/accounts'
import type { Admin, Rater } from '@/lib/domain/people/actor'

/**
 * The command line and the worker act as the operator: an admin with an audit identity of its own. Next-free, so that
 * both can run without a web server.
 */
export async function operator(): Promise<Admin> {
  return { id: await operatorAccount() } as Admin
}

/** The admin who asked for a job: the worker does it as that person, with that person's rights and no more. */
export async function requester(accountId: string): Promise<Admin> {
  return { id: await adminAccount(accountId) } as Admin
}

/** A rater made of code (the sample study, tests of the engine); refuses the account of a person. */
export async function simulatedRater(accountId: string): Promise<Rater> {
  return { id: await simulatedAccount(accountId) } as Rater
}
