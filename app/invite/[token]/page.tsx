import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { JoinForm } from '@/components/account/join-form'
import { ClientMessages } from '@/components/layout/client-messages'
import { Page } from '@/components/layout/page'
import { Notice } from '@/components/ui/notice'
import { offeredInvitation } from '@/lib/server/admission'

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invite'))('title'), referrer: 'no-referrer' }
}

export default async function InvitePage({ params }: Props) {
  const { token } = await params
  const [invited, t] = await Promise.all([offeredInvitation(token), getTranslations('invite')])
  if (!invited) {
    return (
      <Page title={t('title')}>
        <Notice tone="notice">{t('gone')}</Notice>
      </Page>
    )
  }
  return (
    <Page title={t('title')} lead={t('lead', { name: invited.name })}>
      <ClientMessages namespaces={['invite', 'newPassword', 'errors']}>
        <JoinForm token={token} login={invited.login} />
      </ClientMessages>
    </Page>
  )
}
