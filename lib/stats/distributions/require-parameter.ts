/** @throws RangeError unless the value is a positive, finite number */
export function requirePositive(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} must be positive and finite: ${value}`)
}

/** @throws RangeError unless the value lies in [0, 1] */
export function requireProbability(name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} must lie between 0 and 1: ${value}`)
}

/** @throws RangeError unless the value lies in (0, 1) */
export function requireLevel(name: string, value: number): void {
  if (!(value > 0 && value < 1)) throw new RangeError(`${name} must lie inside 0 and 1: ${value}`)
}

/** @throws RangeError unless the value is a count: 0, 1, 2, … */
export function requireCount(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${name} must be a count: ${value}`)
}

/** @throws RangeError unless the value is a finite number */
export function requireFinite(name: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${name} must be a finite number: ${value}`)
}

/** @throws RangeError for NaN; infinities are arguments that a distribution function can answer */
export function requireNumber(name: string, value: number): void {
  if (Number.isNaN(value)) throw new RangeError(`${name} must be a number`)
}
