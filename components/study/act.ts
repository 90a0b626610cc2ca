import type { ErrorCode, Problem } from '@/lib/domain/user-error'

export type Refused = {
  code: ErrorCode
  message: string
  fields?: Record<string, string>
  problems?: Problem[]
}

/** A server action as a component sees it: it is done, or refused in words. */
export type Act<Input, Value = unknown> = (
  input: Input,
) => Promise<{ ok: true; value: Value } | { ok: false; error: Refused }>
