import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SignInForm } from '@/components/account/sign-in-form'
import { ClientMessages } from '@/components/layout/client-messages'
import { Page } from '@/components/layout/page'
import { signedIn } from '@/lib/server/actor'
import { returnPath } from '@/lib/server/return-path'

type Props = { searchParams: Promise<{ next?: string | string[]; error?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

const reasons = ['wrong', 'throttled'] as const

export default async function SignInPage({ searchParams }: Props) {
  const { next, error } = await searchParams
  const path = returnPath(next)
  if (await signedIn()) redirect(path)
  const t = await getTranslations('signIn')
  const refused = error === undefined ? null : (reasons.find((reason) => reason === error) ?? 'failed')
  return (
    <Page title={t('title')} lead={t('lead')}>
      <ClientMessages namespaces={['signIn']}>
        <SignInForm next={path} refused={refused} />
      </ClientMessages>
    </Page>
  )
}
