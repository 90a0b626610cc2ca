/** Fenced code blocks and code spans: nothing in them is a formula. */
const code =
  /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))|(`+)(?!`)[\s\S]*?[^`]\2(?!`)/gm

/**
 * Chat models write formulas as \( … \) and \[ … \], which Markdown would strip of their backslashes. Outside code they
 * become $ … $ and $$ … $$.
 */
export function withDollarMath(text: string): string {
  if (!text.includes('\\(') && !text.includes('\\[')) return text
  let result = ''
  let end = 0
  for (const found of text.matchAll(code)) {
    result += converted(text.slice(end, found.index)) + found[0]
    end = found.index + found[0].length
  }
  return result + converted(text.slice(end))
}

function converted(text: string): string {
  return text
    .replace(/^([ \t]*)\\\[([^$]{1,4000}?)\\\][ \t]*$/gm, (_all, indent: string, formula: string) =>
      displayed(indent, formula),
    )
    .replace(/\\\[([^$\n]{1,4000}?)\\\]/g, (_all, formula: string) => ['$$', formula.trim(), '$$'].join(''))
    .replace(/\\\(([^$\n]{1,2000}?)\\\)/g, (_all, formula: string) => ['$', formula.trim(), '$'].join(''))
}

function displayed(indent: string, formula: string): string {
  const lines = formula
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return ['$$', ...lines, '$$'].map((line) => indent + line).join('\n')
}
