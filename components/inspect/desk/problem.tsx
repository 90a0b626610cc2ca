/** What went wrong, in a bar above the work; what was put down stays. */
export function Problem({ text }: { text: string | null }) {
  return text === null ? null : (
    <p role="alert" className="border-b border-stop bg-stop-wash px-4 py-2 text-13">
      {text}
    </p>
  )
}
