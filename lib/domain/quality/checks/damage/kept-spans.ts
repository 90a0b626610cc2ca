/**
 * What stays as it is when a text is damaged, so that it looks as before: code, formulas, links, tags, escapes, boxes to
 * tick. An alternative further up wins where two begin at the same place.
 */
const kept = new RegExp(
  [
    // Fenced code, in lists and quotations too; an open fence goes to the end of the text.
    /^(?:[ \t>]|[-*+] |\d+[.)] )*(?<fence>`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t>]*\k<fence>[`~]*[ \t]*$|$(?![\s\S]))/,
    // Indented code, and whatever else is set off by four spaces.
    /^(?: {4,}|\t)[^\n]*$/,
    // LaTeX.
    /\$\$[\s\S]*?\$\$/,
    /\\\[[\s\S]*?\\\]/,
    /\\\([\s\S]*?\\\)/,
    /\\begin\{(?<environment>[^}\n]*)\}[\s\S]*?\\end\{\k<environment>\}/,
    /\$[^\n$]+\$/,
    /\\(?:[a-zA-Z]+|.)/,
    // Code spans.
    /(?<ticks>`+)(?!`)[\s\S]*?[^`]\k<ticks>(?!`)/,
    // Links, images, references, footnotes, boxes to tick; then addresses, tags and entities.
    /!?\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\]|:[^\n]*)?/,
    /(?:https?:\/\/|www\.)[^\s<>]+/,
    /[^\s@<>]+@[^\s@<>]+/,
    /<!--[\s\S]*?-->/,
    /<[^>\n]+>/,
    /&#?\w+;/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gm',
)

export type Span = { text: string; isKept: boolean }

/** The text in pieces that are kept and pieces that may be damaged; together they are the text. */
export function keptSpans(text: string): Span[] {
  const spans: Span[] = []
  let end = 0
  for (const found of text.matchAll(kept)) {
    if (found.index > end) spans.push({ text: text.slice(end, found.index), isKept: false })
    spans.push({ text: found[0], isKept: true })
    end = found.index + found[0].length
  }
  if (end < text.length) spans.push({ text: text.slice(end), isKept: false })
  return spans
}
