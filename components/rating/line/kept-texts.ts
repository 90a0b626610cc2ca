/** Named texts that outlive the page, as far as the browser lets them. */
export type KeptTexts = {
  get: (name: string) => string | null
  /** False when the browser would not keep it: then it lives as long as this page. */
  set: (name: string, text: string) => boolean
  remove: (name: string) => void
  names: () => string[]
}

export function memoryTexts(): KeptTexts {
  const texts = new Map<string, string>()
  return {
    get: (name) => texts.get(name) ?? null,
    set: (name, text) => Boolean(texts.set(name, text)),
    remove: (name) => void texts.delete(name),
    names: () => [...texts.keys()],
  }
}

/** The browser's local storage; where it is full or shut, texts stay in memory and `set` says so. */
export function browserTexts(): KeptTexts {
  const spare = memoryTexts()
  const storage = () => window.localStorage
  return {
    get: (name) => spare.get(name) ?? attempt(() => storage().getItem(name), null),
    set: (name, text) => {
      const kept = attempt(() => (storage().setItem(name, text), true), false)
      if (kept) spare.remove(name)
      else spare.set(name, text)
      return kept
    },
    remove: (name) => {
      spare.remove(name)
      attempt(() => storage().removeItem(name), undefined)
    },
    names: () => [...new Set([...attempt(() => Object.keys(storage()), []), ...spare.names()])],
  }
}

/** Storage that is switched off throws on every touch. */
function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act()
  } catch {
    return otherwise
  }
}
