import { redirect } from 'next/navigation'
import { signedIn } from '@/lib/server/actor'

const homes = { rater: '/rate', inspector: '/inspect', admin: '/admin/studies' }

export default async function Home() {
  const who = await signedIn()
  redirect(who ? homes[who.role] : '/leaderboards')
}
