import rehypeKatex from 'rehype-katex'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { sanitizeSchema, sealed } from './allowed'
import { highlightedCode, loadLanguages } from './highlight'
import { inert } from './inert'
import { isPlainText, plainTextHtml, verbatimHtml } from './plain-text'
import { lineBreaks, literalConstructs, strictDollars } from './reading'
import { withDollarMath } from './tex-delimiters'
import { withVisibleCharacters } from './visible-characters'

/** Part of the hash under which HTML is kept: a change here renders anew. */
export const rendererVersion = 2

/** Beyond this a text is no document that someone formats; and some constructs cost the square of their length. */
const longestMarkdown = 100_000

const pipeline = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkMath)
  .use(literalConstructs)
  .use(strictDollars)
  .use(lineBreaks)
  .use(remarkRehype)
  .use(inert)
  .use(rehypeSanitize, sanitizeSchema)
  .use(rehypeKatex, { output: 'mathml', trust: false, strict: 'ignore', maxSize: 10, maxExpand: 500 })
  .use(highlightedCode)
  .use(sealed)
  .use(rehypeStringify)
  .freeze()

/** Markdown of a prompt or an output as HTML that cannot act: no scripts, styles, addresses, forms, ids or media. */
export async function renderMarkdown(source: string): Promise<string> {
  const text = withVisibleCharacters(source)
  if (isPlainText(text)) return plainTextHtml(text)
  if (text.length > longestMarkdown || nests(text)) return verbatimHtml(text)
  await loadLanguages(
    [...text.matchAll(/^\s*(?:`{3,}|~{3,})[ \t]*([\w+#.-]+)/gm)].map((found) =>
      (found[1] ?? '').toLowerCase(),
    ),
  )
  return pipelineHtml(text)
}

/** The whole way, for text with or without markup. Languages of code blocks have to be loaded before. */
export function pipelineHtml(text: string): string {
  return String(pipeline.processSync(withDollarMath(text)))
}

/** Quotes in quotes and lists in lists beyond anything written by hand: the tree's walkers recurse. */
function nests(text: string): boolean {
  return /^(?:[ \t]*(?:>|[-+*][ \t]|\d+[.)][ \t])){50}/m.test(text) || /(?:[[*_~(<]){300}/.test(text)
}
