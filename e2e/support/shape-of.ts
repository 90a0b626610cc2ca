/** Where every value stands in an object, without the values. */
export function shapeOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((each) => shapeOf(each, `${path}[]`)))].sort()
  if (typeof value !== 'object' || value === null)
    return [`${path}: ${value === null ? 'null' : typeof value}`]
  return Object.keys(value).flatMap((key) => shapeOf(Reflect.get(value, key), `${path}.${key}`))
}
