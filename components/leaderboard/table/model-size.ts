export const modelSizes = ['small', 'medium', 'large', 'unknown'] as const
export type ModelSize = (typeof modelSizes)[number]

/** By parameters in billions: below 10, below 100, and the rest. */
export function sizeOf(parametersB: number | null): ModelSize {
  if (parametersB === null) return 'unknown'
  if (parametersB < 10) return 'small'
  return parametersB < 100 ? 'medium' : 'large'
}
