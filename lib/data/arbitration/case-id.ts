import { createHash } from 'node:crypto'
import { Prisma } from '@/lib/data/generated/client'

/** The name under which inspectors know a case, the disputed cells of one prompt: it says nothing about the prompt. */
export const caseIdOf = (roundId: string, promptId: string) =>
  createHash('sha256').update(`${roundId}:${promptId}`).digest('hex').slice(0, 32)

/** The same of a task `t`. */
export const caseIdSql = Prisma.sql`left(encode(sha256(convert_to(t.round_id || ':' || t.prompt_id, 'UTF8')), 'hex'), 32)`
