/** `npm test` runs the audits in a short form, `npm run audit` in full. */
export const isFull = process.env.MANGPING_AUDIT === 'full'

/** Says what was tried and what was found. */
export function report(id: string, found: string): void {
  process.stdout.write(`${id} ${isFull ? 'full' : 'short'}: ${found}\n`)
}
