/** One finding. What is merely worth knowing is `ok` and says so. */
export type Check = { id: string; ok: boolean; message: string }

/** What broke on the way to a finding is the finding. */
export async function attempt(
  id: string,
  look: () => Promise<Omit<Check, 'id'>> | Omit<Check, 'id'>,
): Promise<Check> {
  try {
    return { id, ...(await look()) }
  } catch (error) {
    return { id, ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}
