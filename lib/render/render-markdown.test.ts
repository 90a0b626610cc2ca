import fc from 'fast-check'
import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { payloads } from './payloads'
import { isPlainText, plainTextHtml } from './plain-text'
import { pipelineHtml, renderMarkdown } from './render-markdown'

const tags = new Set(
  `p h4 h5 h6 br strong em del code pre blockquote ul ol li table thead tbody tr th td hr span div math semantics annotation
  mrow mi mo mn ms mtext mspace msup msub msubsup mfrac mroot msqrt mover munder munderover mtable mtr mtd mlabeledtr mpadded
  mphantom menclose mstyle`.split(/\s+/),
)
const attributes =
  /^(className|dir|tabIndex|align|start|xmlns|display|encoding|mathvariant|fence|stretchy|separator|lspace|rspace|minsize|maxsize|width|height|depth|voffset|scriptlevel|displaystyle|accent|linethickness|column\w+|row\w+|notation)$/i

/** What a browser would make of the HTML: every element and attribute that is not harmless. */
function acting(html: string): string[] {
  const found: string[] = []
  const tree: Root = fromHtml(html, { fragment: true })
  visit(tree, (node) => {
    if (node.type !== 'element') {
      if (node.type === 'comment' || node.type === 'doctype') found.push(node.type)
      return
    }
    if (!tags.has(node.tagName)) found.push(node.tagName)
    for (const name of Object.keys(node.properties))
      if (!attributes.test(name)) found.push(`${node.tagName} ${name}`)
  })
  return found
}

describe('what attackers write stays text', () => {
  test(`there are enough payloads: ${payloads.length}`, () =>
    expect(payloads.length).toBeGreaterThanOrEqual(150))

  test.each(payloads)('%j', async (payload) => {
    expect(acting(await renderMarkdown(payload))).toEqual([])
    expect(
      acting(await renderMarkdown(`Before\n\n- item\n\n  ${payload}\n\n| a |\n|---|\n| ${payload} |`)),
    ).toEqual([])
  })
})

test('raw HTML is shown as the model wrote it', async () => {
  expect(await renderMarkdown('Use <b>bold</b>.')).toBe('<p dir="auto">Use &#x3C;b>bold&#x3C;/b>.</p>')
})

test('links lead nowhere and show where they would', async () => {
  expect(await renderMarkdown('[here](https://a.test/x)')).toBe(
    '<p dir="auto"><span class="link">here <span class="link-address">(https://a.test/x)</span></span></p>',
  )
})

test('images are their source text', async () => {
  expect(await renderMarkdown('![a cat](https://a.test/cat.png)')).toContain(
    '![a cat](https://a.test/cat.png)',
  )
})

test('a line feed is a line break', async () => {
  expect(await renderMarkdown('**one**\ntwo')).toBe('<p dir="auto"><strong>one</strong><br>\ntwo</p>')
})

test('headings stand below those of the page', async () => {
  expect(await renderMarkdown('# A\n## B\n### C')).toMatch(/<h4 .*<h5 .*<h6 /s)
})

test('formulas in dollars and in backslashes become MathML, money stays money', async () => {
  const html = await renderMarkdown(
    'It costs $5 or $10; $x^2$, \\(y\\), `\\(code\\)` and\n\n\\[\n\\frac{a}{b}\n\\]',
  )
  expect(html.match(/<math/g)?.length).toBe(3)
  expect(html).toContain('$5 or $10')
  expect(html).toContain('<code>\\(code\\)</code>')
  expect(html).toContain('display="block"')
})

test('two dollars set a formula off, also inside a line', async () => {
  expect(await renderMarkdown('So $$\\frac{a}{b}$$ follows')).toContain('display="block"')
  expect(await renderMarkdown('So $\\frac{a}{b}$ follows')).not.toContain('display="block"')
})

test('the outermost block tells the direction of all it holds', async () => {
  expect(await renderMarkdown('1. الأول\n2. الثاني')).toMatch(/^<ol dir="auto">\s*<li>/)
})

test('code is coloured by classes, not by styles', async () => {
  const html = await renderMarkdown('```python\ndef f(): return "x"\n```')
  expect(html).toContain('<span class="tok-keyword">def</span>')
  expect(html).not.toContain('style=')
})

test('characters that steer direction are shown', async () => {
  expect(await renderMarkdown('a\u202Eb')).toBe('<p dir="auto">a⟦U+202E⟧b</p>')
})

test.each([
  ['> '.repeat(5000)],
  ['[a]('.repeat(3000)],
  ['- '.repeat(5000)],
  ['*a '.repeat(5000)],
  ['$'.repeat(5000)],
  ['a'.repeat(900_000)],
  [`**${'x '.repeat(400_000)}`],
])('text made to cost time does not (%#)', async (text) => {
  const start = performance.now()
  expect(acting(await renderMarkdown(text))).toEqual([])
  expect(performance.now() - start).toBeLessThan(3000)
})

test('plain text takes a short cut to what the pipeline would say', () => {
  const character = fc.constantFrom(...'ab  \n\n.,;(){}%1-+2)。，字é"\'/?=^'.split(''))
  fc.assert(
    fc.property(fc.array(character, { maxLength: 60 }), (characters) => {
      const text = characters.join('')
      fc.pre(isPlainText(text))
      expect(plainTextHtml(text)).toBe(pipelineHtml(text))
    }),
    { numRuns: 500 },
  )
})
