import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/layout/client-messages'

/** Words for the leaves that need a click. It guards nothing: each page asks who is looking. */
export default function InspectLayout({ children }: { children: ReactNode }) {
  return (
    <ClientMessages namespaces={['errors', 'inspect', 'desk', 'calibration', 'quality']}>
      {children}
    </ClientMessages>
  )
}
