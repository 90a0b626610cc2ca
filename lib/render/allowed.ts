import type { Element, Root } from 'hast'
import type { Options } from 'rehype-sanitize'
import { SKIP, visit } from 'unist-util-visit'

/** What Markdown may become. No ids, no styles, no addresses: nothing that acts. */
export const sanitizeSchema: Options = {
  strip: [],
  tagNames:
    'p h4 h5 h6 br strong em del code pre blockquote ul ol li table thead tbody tr th td hr span div'.split(
      ' ',
    ),
  attributes: {
    '*': ['dir'],
    code: [['className', /^language-[\w+#.-]{1,30}$/, 'math-inline', 'math-display']],
    div: [['className', 'table-scroll'], 'tabIndex'],
    ol: ['start'],
    pre: ['tabIndex'],
    span: [['className', 'link', 'link-address', 'image-source']],
    td: ['align'],
    th: ['align'],
  },
}

const mathTags =
  'math semantics annotation mrow mi mo mn ms mtext mspace msup msub msubsup mfrac mroot msqrt mover munder munderover mtable mtr mtd mlabeledtr mpadded mphantom menclose mstyle'
const tags = new Set([...(sanitizeSchema.tagNames ?? []), ...mathTags.split(' ')])

const attributes = new Set(
  `className dir tabIndex align start xmlns display encoding mathvariant fence stretchy separator symmetric lspace rspace
  minsize maxsize movablelimits accent accentunder linethickness displaystyle scriptlevel notation width height depth
  voffset columnalign columnspacing columnlines rowspacing rowlines`
    .split(/\s+/)
    .map((name) => name.toLowerCase()),
)

/**
 * The last look, after formulas and colours were added by libraries of others: whatever is not on the list goes. A formula
 * that cannot be read is shown as it was written.
 */
export function sealed() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (!parent || index === undefined) return undefined
      if (isBrokenFormula(node)) {
        parent.children.splice(index, 1, {
          ...node,
          tagName: 'code',
          properties: { className: ['math-source'] },
        })
        return SKIP
      }
      if (!tags.has(node.tagName)) {
        parent.children.splice(index, 1, ...node.children)
        return index
      }
      node.properties = Object.fromEntries(
        Object.entries(node.properties).filter(([name]) => attributes.has(name.toLowerCase())),
      )
      return undefined
    })
  }
}

function isBrokenFormula(node: Element): boolean {
  const classes = node.properties['className']
  return Array.isArray(classes) && classes.includes('katex-error')
}
