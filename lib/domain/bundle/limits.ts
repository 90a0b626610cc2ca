const mb = 1024 * 1024

/** What an import may bring; each is enforced while reading, before memory is used. */
export const limits = {
  uploadBytes: 200 * mb,
  textBytes: mb,
  /** A line may hold several turns, and JSON may escape every character. */
  lineBytes: 16 * mb,
  studyBytes: mb,
  modelsBytes: 4 * mb,
  prompts: 100_000,
  models: 1000,
  turns: 200,
  entries: 10_000,
  jsonDepth: 32,
} as const

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / mb)} MB`
}
