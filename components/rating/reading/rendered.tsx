import { memo } from 'react'
import { classes } from '@/components/ui/classes'
import './read.css'

type Props = { html: string; language: string; className?: string }

/** A text that was rendered to safe HTML at import. */
export const Rendered = memo(function Rendered({ html, language, className }: Props) {
  return (
    <div
      className={classes('read', className)}
      dir="auto"
      lang={language}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
})
