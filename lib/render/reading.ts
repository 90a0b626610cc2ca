import type { Break, Root, Text } from 'mdast'
import type { Processor } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'

/**
 * HTML in an output is not obeyed and not dropped: it stays as the text that the model wrote. Footnotes would need ids,
 * which clash when several outputs stand on one page.
 */
export function literalConstructs(this: Processor): void {
  const extensions = (this.data().micromarkExtensions ??= [])
  const off = ['htmlFlow', 'htmlText', 'gfmFootnoteDefinition', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall']
  extensions.push({ disable: { null: off } })
}

/** A line feed inside a paragraph is a line break, as chat windows show it. */
export function lineBreaks() {
  return (tree: Root): void => {
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined || !node.value.includes('\n')) return undefined
      const parts = node.value.split(/[ \t]*\n[ \t]*/).flatMap((value, at): (Text | Break)[] => {
        const text: Text[] = value === '' ? [] : [{ type: 'text', value }]
        return at === 0 ? text : [{ type: 'break' }, ...text]
      })
      parent.children.splice(index, 1, ...parts)
      return [SKIP, index + parts.length]
    })
  }
}

/**
 * "$5 or $10" is money: a formula has no space inside its dollars and no digit behind them. Two dollars set a formula
 * off from the text, on a line of their own or not, as chat windows do.
 */
export function strictDollars() {
  return (tree: Root, file: VFile): void => {
    const source = String(file.value)
    visit(tree, 'inlineMath', (node, index, parent) => {
      const start = node.position?.start.offset
      const end = node.position?.end.offset
      if (!parent || index === undefined || start === undefined || end === undefined) return
      const written = source.slice(start, end)
      const isMoney = /^\$\s|\s\$$/.test(written) || /[0-9]/.test(source[end] ?? '')
      if (written.startsWith('$$'))
        node.data = { ...node.data, hProperties: { className: ['language-math', 'math-display'] } }
      else if (isMoney) parent.children[index] = { type: 'text', value: written }
    })
  }
}
