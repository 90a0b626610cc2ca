import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'

const demoted: Record<string, string> = { h1: 'h4', h2: 'h5', h3: 'h6', h4: 'h6', h5: 'h6', h6: 'h6' }
const blocks = new Set(['p', 'h4', 'h5', 'h6', 'ul', 'ol', 'blockquote', 'table'])

/**
 * Makes an output something to read and nothing to act on: a link shows where it leads and leads nowhere (a click must
 * not tell a third party that someone is rating), an image is its source text, headings stand below those of the page.
 */
export function inert() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      node.tagName = demoted[node.tagName] ?? node.tagName
      // The outermost block looks at all its text: one with a direction of its own inside it would not count.
      if (blocks.has(node.tagName) && parent?.type === 'root') node.properties['dir'] = 'auto'
      if (!parent || index === undefined) return
      if (node.tagName === 'a') parent.children.splice(index, 1, linkText(node))
      else if (node.tagName === 'img') parent.children.splice(index, 1, imageText(node))
      else if (node.tagName === 'input')
        parent.children.splice(index, 1, text(node.properties['checked'] ? '☑' : '☐'))
      else if (node.tagName === 'pre') Object.assign(node.properties, { dir: 'ltr', tabIndex: 0 })
      else if (node.tagName === 'table' && !isFrame(parent)) parent.children.splice(index, 1, frame(node))
    })
  }
}

const text = (value: string): ElementContent => ({ type: 'text', value })
const element = (tagName: string, className: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: { className: [className] },
  children,
})

const plain = (node: ElementContent): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(plain).join('') : ''

function linkText(node: Element): Element {
  const address = readable(String(node.properties['href'] ?? ''))
  const said = node.children.map(plain).join('')
  const shownAlready = address === said || address === `mailto:${said}` || address === `http://${said}`
  const where =
    address === '' || shownAlready ? [] : [text(' '), element('span', 'link-address', [text(`(${address})`)])]
  return element('span', 'link', [...node.children, ...where])
}

/** Addresses arrive percent-encoded; what can be read is shown. */
function readable(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}

function imageText(node: Element): Element {
  const alt = String(node.properties['alt'] ?? '')
  return element('span', 'image-source', [
    text(`![${alt}](${readable(String(node.properties['src'] ?? ''))})`),
  ])
}

const isFrame = (parent: Root | Element) =>
  parent.type === 'element' && parent.properties['className']?.toString() === 'table-scroll'

function frame(table: Element): Element {
  const around = element('div', 'table-scroll', [table])
  around.properties['tabIndex'] = 0
  return around
}
