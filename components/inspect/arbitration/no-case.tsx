import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DeskMessage } from '@/components/inspect/desk/desk-message'
import { Button, buttonClass } from '@/components/ui/button'

type Props = { why: 'taken' | 'settled' | 'empty' | 'refused'; queueHref: string; onNext: () => void }

/** The desk without a case: who has it or what became of it, and the way on. */
export function NoCase({ why, queueHref, onNext }: Props) {
  const t = useTranslations('inspect.arbitration')
  return (
    <DeskMessage title={t(`${why}.title`)}>
      <p>{t(`${why}.text`)}</p>
      <span className="flex flex-wrap justify-center gap-2">
        {why === 'empty' ? null : (
          <Button variant="primary" autoFocus onClick={onNext}>
            {t(why === 'refused' ? 'again' : 'next')}
          </Button>
        )}
        <Link href={queueHref} className={buttonClass()}>
          {t('toQueue')}
        </Link>
      </span>
    </DeskMessage>
  )
}
