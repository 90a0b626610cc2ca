import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PasswordForm } from '@/components/account/password-form'
import { ProfileForm } from '@/components/account/profile-form'
import { SignOutButton } from '@/components/account/sign-out-button'
import { ClientMessages } from '@/components/layout/client-messages'
import { Page } from '@/components/layout/page'
import { ownProfile } from '@/lib/data/people/profile'
import { requireSignedIn } from '@/lib/server/actor'
import { changePasswordAction, saveProfileAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') }
}

export default async function AccountPage() {
  const { actor } = await requireSignedIn()
  const [profile, t] = await Promise.all([ownProfile(actor), getTranslations('account')])
  return (
    <ClientMessages namespaces={['account', 'newPassword', 'errors']}>
      <Page
        title={t('title')}
        lead={t('lead', { login: profile.login, role: profile.role })}
        actions={<SignOutButton />}
      >
        <section aria-labelledby="profile" className="border-t border-line py-6">
          <h2 id="profile" className="mb-4 text-16">
            {t('profile')}
          </h2>
          <ProfileForm profile={profile} save={saveProfileAction} />
        </section>
        <section aria-labelledby="password" className="border-t border-line py-6">
          <h2 id="password" className="text-16">
            {t('passwordTitle')}
          </h2>
          <p className="mb-4 text-13 text-ink-2">{t('passwordLead')}</p>
          <PasswordForm login={profile.login} change={changePasswordAction} />
        </section>
      </Page>
    </ClientMessages>
  )
}
