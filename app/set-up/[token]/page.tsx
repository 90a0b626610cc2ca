import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FirstSteps } from '@/components/account/first-steps'
import { SetUpForm } from '@/components/account/set-up-form'
import { ClientMessages } from '@/components/layout/client-messages'
import { Page } from '@/components/layout/page'
import { Notice } from '@/components/ui/notice'
import { signedIn } from '@/lib/server/actor'
import { isSetUpOffered } from '@/lib/server/admission'

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setUp'))('title'), referrer: 'no-referrer' }
}

export default async function SetUpPage({ params }: Props) {
  const { token } = await params
  const [open, who, t] = await Promise.all([isSetUpOffered(token), signedIn(), getTranslations('setUp')])
  if (!open) {
    return (
      <Page title={t('title')}>
        {who?.role === 'admin' ? <FirstSteps /> : <Notice tone="notice">{t('gone')}</Notice>}
      </Page>
    )
  }
  return (
    <Page title={t('title')} lead={t('lead')}>
      <ClientMessages namespaces={['setUp', 'newPassword', 'errors']}>
        <SetUpForm token={token} />
      </ClientMessages>
    </Page>
  )
}
