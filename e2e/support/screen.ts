import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'

const namespaces = Object.keys(JSON.parse(readFileSync('messages/en.json', 'utf8')) as object)
/** What next-intl shows where a message is missing: its key. */
const missingKey = new RegExp(`\\b(?:${namespaces.join('|')})\\.(?!yaml)[a-z]\\w*(?:\\.\\w+)*`, 'g')

/** What is wrong with the page as it stands, in words. */
export async function complaintsAbout(
  page: Page,
  { locale, axe }: { locale: string; axe: 'with contrast' | 'without contrast' | 'none' },
): Promise<string[]> {
  const found = await page.evaluate(() => {
    const root = document.documentElement
    const wide = [...document.querySelectorAll('body *')].find(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
    )
    return {
      lang: root.lang,
      headings: [...document.querySelectorAll('h1')].filter((each) => each.checkVisibility()).length,
      over: root.scrollWidth - root.clientWidth,
      wide: wide?.outerHTML.slice(0, 120) ?? '',
      text: document.body.innerText,
    }
  })
  return [
    ...(found.lang === locale ? [] : [`<html lang> is ${found.lang}`]),
    ...(found.headings === 1 ? [] : [`${found.headings} h1`]),
    ...(found.over > 0 ? [`${found.over} px too wide: ${found.wide}`] : []),
    ...(found.text.match(missingKey) ?? []).map((key) => `untranslated: ${key}`),
    ...(axe === 'none' ? [] : await axeComplaints(page, axe === 'with contrast')),
  ]
}

async function axeComplaints(page: Page, contrast: boolean): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], rules: { 'color-contrast': { enabled: contrast } } })
    // One page without frames: a second page to gather their results in would cost half the time.
    .setLegacyMode()
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `axe ${id}: ${nodes[0]?.html.slice(0, 160)}`)
}

/** Collects what the browser's console says is wrong. */
export function listen(page: Page): { take: (name: string) => string[] } {
  const heard: string[] = []
  page.on('console', (message) => {
    // The status of the page itself: 404 is what was asked for.
    if (message.type() === 'error' && !/the server responded with a status of 404/.test(message.text()))
      heard.push(`console: ${message.text().slice(0, 300)}`)
  })
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`))
  return { take: (name) => heard.splice(0).map((each) => `${name}: ${each}`) }
}
