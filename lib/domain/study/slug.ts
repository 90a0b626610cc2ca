/** A study's short name, as it stands in addresses. */
export const slugShape = /^[a-z0-9][a-z0-9-]{0,79}$/

export function isSlug(text: string): boolean {
  return slugShape.test(text)
}
