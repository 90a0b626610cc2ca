import type { ReactNode } from 'react'
import { classes } from './classes'

export type FieldText = {
  label: ReactNode
  hint?: ReactNode
  error?: string | null | undefined
}

type Described = { 'aria-describedby'?: string; 'aria-invalid'?: true }

type Props = FieldText & {
  id: string
  required?: boolean | undefined
  className?: string | undefined
  children: (described: Described) => ReactNode
}

/** A label above, a hint or what is wrong below; both are read out with the control. */
export function Field({ id, label, hint, error, required, className, children }: Props) {
  const said = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(' ')
  return (
    <div className={classes('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="text-13 font-medium">
        {label}
        {required ? (
          <span aria-hidden className="text-ink-3">
            {' *'}
          </span>
        ) : null}
      </label>
      {children({
        ...(said ? { 'aria-describedby': said } : {}),
        ...(error ? { 'aria-invalid': true } : {}),
      })}
      {hint ? (
        <p id={`${id}-hint`} className="text-12 text-ink-3">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="text-13 text-stop">
          {error}
        </p>
      ) : null}
    </div>
  )
}
