import { useFormatter, useTranslations } from 'next-intl'

type Props = { seal: { sealedTo: string | null; sealedAt: Date | null; open: number; hash: string | null } }

/** How far the log is sealed into its hash chain. */
export function SealNote({ seal }: Props) {
  const t = useTranslations('audit')
  const format = useFormatter()
  if (seal.sealedTo === null || seal.sealedAt === null) return t('neverSealed', { open: seal.open })
  return (
    <>
      {t('sealedTo', {
        sequence: seal.sealedTo,
        when: format.dateTime(seal.sealedAt, { dateStyle: 'medium', timeStyle: 'short' }),
        open: seal.open,
      })}{' '}
      <span className="font-mono text-12 text-ink-3" title={seal.hash ?? ''}>
        {seal.hash?.slice(0, 12)}…
      </span>
    </>
  )
}
