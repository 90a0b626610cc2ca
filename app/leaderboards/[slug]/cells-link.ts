import { signedIn } from '@/lib/server/actor'

/** Where the cells of a board can be looked into: an admin may, and nobody else is shown a way. */
export async function cellsLink(slug: string): Promise<string | null> {
  return (await signedIn())?.role === 'admin' ? `/admin/studies/${slug}/cells` : null
}
