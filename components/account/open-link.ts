import type { ErrorCode } from '@/lib/domain/user-error'

export type LinkAnswer = { login: string } | { refused: ErrorCode; fields: Record<string, string> }

/** Uses a one-time link (`set-up` or `invitations`) with what its form says. */
export async function openLink(path: string, input: Record<string, string>): Promise<LinkAnswer> {
  try {
    const answer = await fetch(`/api/v1/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(input),
    })
    const body = (await answer.json()) as
      { login: string } | { error: { code: ErrorCode; fields?: Record<string, string> } }
    return 'error' in body ? { refused: body.error.code, fields: body.error.fields ?? {} } : body
  } catch {
    return { refused: 'unavailable', fields: {} }
  }
}
