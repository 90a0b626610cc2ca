import { useTranslations } from 'next-intl'
import type { ReleaseFacts } from './release-facts'

/** How anybody can compute every cell again, with the files and their fingerprints. */
export function VerifySteps({ release }: { release: ReleaseFacts }) {
  const t = useTranslations('leaderboards')
  const file = `/api/v1/leaderboards/${release.study.slug}/releases/${release.number}`
  return (
    <section id="verify" aria-labelledby="verify-title" className="text-13">
      <h2 id="verify-title" className="mb-2 text-14">
        {t('verifyTitle')}
      </h2>
      <div className="flex flex-col gap-2 border border-line bg-sheet p-4 text-ink-2">
        <p>{t('verifyText')}</p>
        <pre tabIndex={0} className="overflow-x-auto rounded bg-well px-3 py-2 font-mono text-12 text-ink">
          npm run -s mangping -- verify release.json --ratings ratings.csv
        </pre>
        <ul className="flex flex-col gap-1">
          <FileLine href={`${file}/release.json`} name="release.json" sha256={release.sha256} />
          <FileLine href={`${file}/ratings.csv`} name="ratings.csv" sha256={release.content.ratings.sha256}>
            {t('ratingRows', { count: release.content.ratings.rows })}
          </FileLine>
        </ul>
        <p>{t('verifyResult')}</p>
      </div>
    </section>
  )
}

type FileProps = { href: string; name: string; sha256: string; children?: string }

function FileLine({ href, name, sha256, children }: FileProps) {
  return (
    <li className="wrap-anywhere">
      <a className="link" href={href} download>
        {name}
      </a>{' '}
      {children}
      <span className="block font-mono text-12 text-ink-3">sha256 {sha256}</span>
    </li>
  )
}
