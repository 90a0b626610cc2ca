import { redirect } from 'next/navigation'
import { requireAdmin } from '@/lib/server/actor'

/** The studies are where an admin's day begins. */
export default async function AdminPage() {
  await requireAdmin()
  redirect('/admin/studies')
}
