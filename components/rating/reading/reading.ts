/** Where outputs are read: columns and turns found by the marks they carry. */
const columns = () => [...document.querySelectorAll<HTMLElement>('[data-output-text]')]

const behavior = (): ScrollBehavior =>
  window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'

/** Most of a page down or up in one output, or in all of them. */
export function readOn(output: number, by: 1 | -1, linked: boolean): void {
  const moved = linked
    ? columns()
    : columns().filter((column) => column.dataset['outputText'] === String(output))
  for (const column of moved) column.scrollBy({ top: by * column.clientHeight * 0.85, behavior: behavior() })
}

/** All columns and the prompt to the turn after or before the one that stands at the top of `output`. */
export function goToTurn(output: number, by: 1 | -1): void {
  const column = columns().find((each) => each.dataset['outputText'] === String(output))
  if (!column) return
  const tops = [...column.querySelectorAll<HTMLElement>('[data-turn]')].map((turn) => offsetIn(column, turn))
  const here = tops.filter((top) => top <= column.scrollTop + 4).length - 1
  const turn = Math.max(0, Math.min(tops.length - 1, here + by))
  for (const scroller of document.querySelectorAll<HTMLElement>('[data-output-text], [data-prompt-text]')) {
    const target = scroller.querySelector<HTMLElement>(`[data-turn="${turn}"]`)
    if (target) scroller.scrollTo({ top: offsetIn(scroller, target), behavior: behavior() })
  }
}

function offsetIn(scroller: HTMLElement, element: HTMLElement): number {
  return element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop
}
