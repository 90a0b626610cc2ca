/** What an act does, a number a line. */
export function NumberList({ numbers }: { numbers: string[] }) {
  return (
    <ul className="list-disc pl-5 text-ink">
      {numbers.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  )
}
