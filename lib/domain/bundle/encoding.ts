const utf8 = new TextDecoder('utf-8', { fatal: true })

/** UTF-8 without its byte order mark, or null where the bytes are something else. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}

/** The name of an encoding that we refuse, told from the first bytes of a file; null where it may be UTF-8. */
export function foreignEncoding(start: Uint8Array): string | null {
  const [first, second] = start
  if (first === 0xff && second === 0xfe) return 'UTF-16 (little endian)'
  if (first === 0xfe && second === 0xff) return 'UTF-16 (big endian)'
  if (first === 0 && second !== undefined && second !== 0) return 'UTF-16 (big endian)'
  if (second === 0 && first !== undefined && first !== 0) return 'UTF-16 (little endian)'
  return null
}

/** The likely name of what is not UTF-8, for the message; null where nothing fits. */
export function guessedEncoding(bytes: Uint8Array): string | null {
  for (const [label, name] of [
    ['gb18030', 'GB18030 (GBK)'],
    ['big5', 'Big5'],
    ['shift_jis', 'Shift_JIS'],
  ] as const) {
    if (decodes(label, bytes)) return name
  }
  return null
}

function decodes(label: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
