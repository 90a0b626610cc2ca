import { createHash, randomBytes } from 'node:crypto'

/** A secret for a link, and what the database keeps of it. */
export function freshToken(): { token: string; tokenHash: Uint8Array<ArrayBuffer> } {
  const token = randomBytes(24).toString('base64url')
  return { token, tokenHash: hashToken(token) }
}

export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest())
}
