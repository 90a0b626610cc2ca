export type ValueDifference = { path: string; stated: unknown; computed: unknown }

/**
 * The first place where two JSON values differ, in the order of the computed one. Numbers are equal within 1e-9 of their
 * size: another engine may add in another order.
 */
export function firstDifferenceBetween(
  stated: unknown,
  computed: unknown,
  path: string,
): ValueDifference | null {
  if (typeof stated === 'number' && typeof computed === 'number') {
    const close = Math.abs(stated - computed) <= 1e-9 * Math.max(1, Math.abs(computed))
    return close ? null : { path, stated, computed }
  }
  if (!isObject(stated) || !isObject(computed) || Array.isArray(stated) !== Array.isArray(computed)) {
    return stated === computed ? null : { path, stated: stated ?? null, computed: computed ?? null }
  }
  for (const key of new Set([...Object.keys(computed), ...Object.keys(stated)])) {
    const found = firstDifferenceBetween(ownOf(stated, key), ownOf(computed, key), `${path}/${key}`)
    if (found) return found
  }
  return null
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const ownOf = (object: Record<string, unknown>, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined
