import { getTranslations } from 'next-intl/server'
import { ThemeSwitch } from '@/components/layout/theme-switch'
import { chosenTheme, themeCookie } from '@/lib/server/theme'

/** What the desk's own bar keeps of the site's. */
export async function DeskSwitches() {
  const t = await getTranslations('layout')
  const words = { auto: t('themeAuto'), light: t('themeLight'), dark: t('themeDark') }
  return <ThemeSwitch cookie={themeCookie} theme={await chosenTheme()} words={words} />
}
