'use client'

import { Button } from '@/components/ui/button'
import type { Locale } from '@/lib/domain/localized'

/** Kept here and not in the messages: this page has to work when loading them is what failed. */
const words: Record<Locale, { title: string; text: string; number: string; retry: string }> = {
  en: {
    title: 'This page could not be shown',
    text: 'The error has been logged. What you had saved is safe. Try again; if it stays, tell the administrator the number below.',
    number: 'Number',
    retry: 'Try again',
  },
  'zh-CN': {
    title: '页面暂时无法显示',
    text: '错误已记入日志，已保存的内容不受影响。请重试；若仍不行，请把下面的编号告诉管理员。',
    number: '编号',
    retry: '重试',
  },
}

type Props = { locale: Locale; digest: string | null; retry: () => void }

export function CrashReport({ locale, digest, retry }: Props) {
  const t = words[locale]
  return (
    <main id="main" className="mx-auto flex max-w-[800px] flex-col items-start gap-4 p-4 sm:p-6">
      <title>{t.title}</title>
      <h1 className="text-20">{t.title}</h1>
      <p className="text-ink-2">{t.text}</p>
      {digest ? (
        <p className="text-13 text-ink-3">
          {t.number} <code className="font-mono">{digest}</code>
        </p>
      ) : null}
      <Button onClick={retry}>{t.retry}</Button>
    </main>
  )
}
