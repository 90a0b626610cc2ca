/** Something the person at the terminal can mend: one sentence, no stack. */
export class Refusal extends Error {}

const diskFull = /ENOSPC|No space left on device/i

function sentenceFor(error) {
  if (diskFull.test(`${error?.code} ${error?.message}`) || error?.code === '53100') {
    return 'The disk is full: free some space and start again. Nothing that was saved is lost.'
  }
  return error instanceof Refusal ? error.message : (error?.stack ?? String(error))
}

/** Runs a program to its exit code; what it throws becomes a message on stderr and exit code 1. */
export async function runProgram(main) {
  try {
    process.exit((await main()) ?? 0)
  } catch (error) {
    console.error(sentenceFor(error))
    process.exit(1)
  }
}
