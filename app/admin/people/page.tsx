import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { InviteForm } from '@/components/people/invite-form'
import { PeopleTable } from '@/components/people/people-table'
import { Section } from '@/components/study/section'
import { people } from '@/lib/data/people/people'
import { requireAdmin } from '@/lib/server/actor'
import { disableAction, enableAction, eraseAction, inviteAction, renewAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') }
}

export default async function PeoplePage() {
  const admin = await requireAdmin()
  const [everybody, t] = await Promise.all([people(admin), getTranslations('people')])
  const acts = { renew: renewAction, disable: disableAction, enable: enableAction, erase: eraseAction }
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      <Section title={t('invite.title')} note={t('invite.note')}>
        <InviteForm invite={inviteAction} />
      </Section>
      <PeopleTable people={everybody} self={admin.id} now={new Date()} acts={acts} />
    </Page>
  )
}
