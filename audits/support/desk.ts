import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { startSession } from '@/lib/data/accounts'
import { sessionCookie, signSession } from '@/lib/server/session'

type Json = { task?: BlindTask | null; saved?: { ratingId: string } | null; error?: { code: string } }
export type Answer = { status: number; json: Json }

export async function sessionOf(person: { id: string }): Promise<string> {
  return `${sessionCookie}=${await signSession(await startSession(person.id))}`
}

/** The desk of one study as a script sees it, refusals included. */
export function deskOf(site: string, slug: string, cookie: string) {
  return {
    async post(path: string, body: object): Promise<Answer> {
      const send = () =>
        fetch(`${site}/api/v1/desk/${slug}/${path}`, {
          method: 'POST',
          headers: { Cookie: cookie, Origin: site, 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        })
      // A kept connection may be closed just as it is used; sent again, a rating is recognised by its key.
      const response = await send().catch(send)
      return { status: response.status, json: (await response.json()) as Json }
    },
    rating(task: BlindTask, value = 3) {
      const cells = Object.fromEntries(task.rubric.criteria.map((each) => [each.id, value]))
      return {
        assignmentId: task.assignmentId,
        scores: Object.fromEntries(task.outputs.map((output) => [output.label, cells])),
        dwellMs: 500,
      }
    },
  }
}
