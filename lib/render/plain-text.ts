import { escapeHtml } from './escape'

// Anything that Markdown might read as more than words. Doubt goes to the full pipeline, which says the same of plain text.
const markup = /[*_`#>|~$\\[\]<&!:]|@|www\.|\t|^ {0,3}(?:[-+=]|\d+[.)])|^ {4}| {2,}$/m

export function isPlainText(text: string): boolean {
  return !markup.test(text)
}

/** Plain text as paragraphs with line breaks: what the pipeline would give, without paying for it. */
export function plainTextHtml(text: string): string {
  return text
    .split(/\n[ ]*\n\s*/)
    .map((paragraph) => paragraph.split('\n').map(trimmedLine).join('\n').trim())
    .filter(Boolean)
    .map((paragraph) => `<p dir="auto">${escapeHtml(paragraph).replaceAll('\n', '<br>\n')}</p>`)
    .join('\n')
}

const trimmedLine = (line: string) => line.replace(/^ +| +$/g, '')

/** For what is too long or too deep to be read as Markdown: every character, as it came. */
export function verbatimHtml(text: string): string {
  return `<pre class="verbatim" dir="auto" tabindex="0">${escapeHtml(text)}</pre>`
}
