/**
 * Characters that steer direction or terminals are evidence too: they are shown instead of obeyed. Marks that ordinary
 * right-to-left text needs (LRM, RLM, ALM) stay.
 */
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

export function withVisibleCharacters(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unseen, shownAs)
}

function shownAs(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return `⟦U+${code.toString(16).toUpperCase().padStart(4, '0')}⟧`
}
