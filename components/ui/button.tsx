import type { ComponentProps } from 'react'
import { classes } from './classes'

/** `chosen` is a plain one that is switched on. */
export type ButtonVariant = 'primary' | 'plain' | 'chosen' | 'quiet' | 'stop'
export type ButtonSize = 'small' | 'normal' | 'large' | 'icon'

const base =
  'inline-flex items-center justify-center gap-2 rounded border font-medium whitespace-nowrap no-underline ' +
  'aria-disabled:border-line aria-disabled:bg-well aria-disabled:text-ink-3 ' +
  'disabled:border-line disabled:bg-well disabled:text-ink-3'

const variants: Record<ButtonVariant, string> = {
  primary: 'border-accent bg-accent text-on-accent hover:border-accent-hover hover:bg-accent-hover',
  plain: 'border-line-strong bg-sheet text-ink hover:border-control hover:bg-well',
  chosen: 'border-accent-line bg-accent-wash text-ink hover:border-accent',
  quiet: 'border-transparent bg-transparent text-ink-2 hover:bg-well hover:text-ink',
  stop: 'border-stop bg-sheet text-stop hover:bg-stop-wash',
}

const sizes: Record<ButtonSize, string> = {
  small: 'h-7 px-2 text-12',
  normal: 'h-8 px-3 text-13',
  large: 'h-11 px-4 text-14',
  icon: 'size-8 shrink-0',
}

/** The look of a button, for links that lead to an act. */
export function buttonClass(variant: ButtonVariant = 'plain', size: ButtonSize = 'normal'): string {
  return classes(base, variants[variant], sizes[size])
}

type Props = ComponentProps<'button'> & {
  variant?: ButtonVariant
  size?: ButtonSize
  /** At work: stays in focus and says so, but does nothing. */
  pending?: boolean | undefined
}

export function Button({ variant, size, pending, className, type = 'button', onClick, ...rest }: Props) {
  const click = pending ? (event: { preventDefault(): void }) => event.preventDefault() : onClick
  return (
    <button
      {...rest}
      type={type}
      className={classes(buttonClass(variant, size), className)}
      {...(pending ? { 'aria-disabled': true, 'aria-busy': true } : {})}
      {...(click ? { onClick: click } : {})}
    />
  )
}
