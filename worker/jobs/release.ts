import type { Jobs } from '@/lib/data/queue'
import { publishRelease } from '@/lib/data/releases/publish-release'
import type { ReleaseOutcome } from '@/lib/data/releases/requested-releases'
import { UserError } from '@/lib/domain/user-error'
import { log } from '@/lib/server/log'
import { requester } from '@/lib/server/operator'

/** Publishes a board as the admin who asked for it. A refusal is an answer, not a reason to try again. */
export async function publishBoard({ slug, seed, waivers, byId }: Jobs['release']): Promise<ReleaseOutcome> {
  try {
    const { number } = await publishRelease(await requester(byId), slug, { seed, waivers })
    return { number }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    log.warn({ slug, code: error.code }, 'release refused')
    const { code, message, more } = error
    return { refused: { code, message, problems: more.problems ?? [] } }
  }
}
