import { useId, type ComponentProps, type ReactNode } from 'react'
import { classes } from './classes'
import { Field, type FieldText } from './field'

const edge = 'w-full rounded border bg-sheet text-14 text-ink aria-invalid:border-stop border-control'

type Own = FieldText & { name: string }

export function TextField({ label, hint, error, className, ...rest }: Own & ComponentProps<'input'>) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} error={error} required={rest.required} className={className}>
      {(described) => <input id={id} {...rest} {...described} className={classes(edge, 'h-9 px-3')} />}
    </Field>
  )
}

export function TextAreaField({
  label,
  hint,
  error,
  className,
  rows = 4,
  ...rest
}: Own & ComponentProps<'textarea'>) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} error={error} required={rest.required} className={className}>
      {(described) => (
        <textarea id={id} rows={rows} {...rest} {...described} className={classes(edge, 'px-3 py-2')} />
      )}
    </Field>
  )
}

type SelectProps = Own & ComponentProps<'select'> & { options: { value: string; label: string }[] }

export function SelectField({ label, hint, error, options, className, ...rest }: SelectProps) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} error={error} required={rest.required} className={className}>
      {(described) => (
        <select id={id} {...rest} {...described} className={classes(edge, 'h-9 px-2')}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

type CheckProps = Own & Omit<ComponentProps<'input'>, 'type'>

export function CheckField({ label, hint, error, className, ...rest }: CheckProps) {
  const id = useId()
  const said: ReactNode = error ?? hint
  return (
    <div className={classes('flex items-start gap-2', className)}>
      <input
        id={id}
        type="checkbox"
        {...rest}
        className="mt-0.5 size-4 shrink-0 accent-accent"
        aria-describedby={said ? `${id}-said` : undefined}
        aria-invalid={error ? true : undefined}
      />
      <div>
        <label htmlFor={id} className="text-14">
          {label}
        </label>
        {said ? (
          <p id={`${id}-said`} className={classes('text-13', error ? 'text-stop' : 'text-ink-3')}>
            {said}
          </p>
        ) : null}
      </div>
    </div>
  )
}
