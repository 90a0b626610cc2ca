import { NextIntlClientProvider, type Messages } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

type Props = { namespaces: (keyof Messages)[]; children: ReactNode }

/**
 * The root layout ships no message to the browser: server components translate, and pass words as props. Where client
 * components need words of their own, the page wraps them in this and names the namespaces they use.
 */
export async function ClientMessages({ namespaces, children }: Props) {
  const all = await getMessages()
  const picked = Object.fromEntries(namespaces.map((name) => [name, all[name]]))
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>
}
