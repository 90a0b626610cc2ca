import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { Band } from '@/lib/domain/quality/calibration/accepted-band'
import { scaleValues, type ScaleShape } from '@/lib/domain/study/scale'

type Props = {
  scale: ScaleShape
  band: Band
  /** Whether it is the band that follows from the scores. */
  usual: boolean
  onBand: (band: Band | null) => void
}

/** From which to which score a rater counts as right. */
export function BandFields({ scale, band, usual, onBand }: Props) {
  const t = useTranslations('inspect.anchors')
  const values = scaleValues(scale)
  const field = (end: keyof Band) => (
    <select
      aria-label={t(end === 'low' ? 'bandLow' : 'bandHigh')}
      value={band[end]}
      onChange={(event) => onBand({ ...band, [end]: Number(event.currentTarget.value) })}
      className="h-7 rounded border border-control bg-sheet px-1 text-13"
    >
      {values.map((value) => (
        <option key={value} value={value}>
          {value}
        </option>
      ))}
    </select>
  )
  return (
    <p className="flex flex-wrap items-center gap-2 text-13 text-ink-2">
      {t('band')} {field('low')} – {field('high')}
      {usual ? (
        <span className="text-12 text-ink-3">{t('usualBand')}</span>
      ) : (
        <Button size="small" variant="quiet" onClick={() => onBand(null)}>
          {t('toUsual')}
        </Button>
      )}
    </p>
  )
}
