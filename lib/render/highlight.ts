import type { Element, ElementContent, Root } from 'hast'
import type { HighlighterCore } from 'shiki/core'
import type { BundledLanguage } from 'shiki/langs'
import { visit } from 'unist-util-visit'

const common =
  'bash c cpp csharp css dart diff go html ini java javascript js json jsx julia kotlin latex lua makefile matlab perl php powershell py python r ruby rust scala sh shell sql swift toml ts tsx typescript vue xml yaml yml'
const highlighted = new Set(common.split(' '))
const longest = 20_000

let highlighter: HighlighterCore | null = null

/** Loads the grammars that a text asks for; the first code block of a language pays for it, no other text does. */
export async function loadLanguages(names: Iterable<string>): Promise<void> {
  const wanted = [...new Set(names)].filter((name) => highlighted.has(name))
  if (wanted.length === 0) return
  highlighter ??= await madeHighlighter()
  const { bundledLanguages } = await import('shiki/langs')
  const isBundled = (name: string): name is BundledLanguage => name in bundledLanguages
  const known = new Set(highlighter.getLoadedLanguages())
  for (const name of wanted.filter(isBundled)) {
    if (!known.has(name)) await highlighter.loadLanguage(bundledLanguages[name])
  }
}

async function madeHighlighter(): Promise<HighlighterCore> {
  const [{ createCssVariablesTheme, createHighlighterCore }, { createOnigurumaEngine }] = await Promise.all([
    import('shiki/core'),
    import('shiki/engine/oniguruma'),
  ])
  const theme = createCssVariablesTheme({ name: 'classes', variablePrefix: '' })
  return createHighlighterCore({
    themes: [theme],
    langs: [],
    engine: createOnigurumaEngine(import('shiki/wasm')),
  })
}

/** Colours code by classes (`tok-keyword` …), so that the page's own style sheet decides how they look. */
export function highlightedCode() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, _index, parent) => {
      if (node.tagName !== 'code' || parent?.type !== 'element' || parent.tagName !== 'pre') return
      const name = languageOf(node)
      const [source] = node.children
      if (!name || source?.type !== 'text' || source.value.length > longest) return
      node.children = tokens(source.value, name)
    })
  }
}

function languageOf(code: Element): string | null {
  const classes = code.properties['className']
  const named = Array.isArray(classes)
    ? classes.map(String).find((each) => each.startsWith('language-'))
    : undefined
  const name = named?.slice('language-'.length).toLowerCase()
  return name !== undefined && highlighter?.getLoadedLanguages().includes(name) ? name : null
}

function tokens(code: string, lang: string): ElementContent[] {
  const lines =
    highlighter?.codeToTokensBase(code, {
      lang,
      theme: 'classes',
      tokenizeMaxLineLength: 2000,
      tokenizeTimeLimit: 200,
    }) ?? []
  const children = lines.flatMap((line, at): ElementContent[] => {
    const spans = line.map(({ content, color }) => token(content, color))
    return at === 0 ? spans : [{ type: 'text', value: '\n' }, ...spans]
  })
  return children
}

function token(value: string, color: string | undefined): ElementContent {
  const kind = /token-([a-z-]+)/.exec(color ?? '')?.[1]
  const text: ElementContent = { type: 'text', value }
  if (!kind || kind === 'punctuation' || value.trim() === '') return text
  return { type: 'element', tagName: 'span', properties: { className: [`tok-${kind}`] }, children: [text] }
}
