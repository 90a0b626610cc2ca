import { createHash } from 'node:crypto'

/** A secret in all the forms in which it could travel. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret)
  const hashes = ['md5', 'sha1', 'sha256'].flatMap((algorithm) => {
    const digest = createHash(algorithm).update(secret).digest()
    return [digest.toString('hex'), digest.toString('base64').replace(/=+$/, '')]
  })
  return [
    secret,
    ...base64Cores(bytes),
    bytes.toString('hex'),
    encodeURIComponent(secret),
    [...secret].reverse().join(''),
    secret.replaceAll('-', ''),
    ...hashes,
  ]
}

/** The part of the base64 text that does not depend on the bytes around, for each of the three alignments. */
function base64Cores(bytes: Buffer): string[] {
  return [0, 1, 2].map((shift) => {
    const padded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    return padded.slice(shift === 0 ? 0 : shift + 1, -2)
  })
}

/** Which secrets a text holds, in any form. */
export function canariesIn(text: string, secrets: string[]): string[] {
  const lower = text.toLowerCase()
  return secrets.filter((secret) =>
    formsOf(secret).some((form) => form.length >= 6 && lower.includes(form.toLowerCase())),
  )
}
