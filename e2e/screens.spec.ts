import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { builtDoors } from './support/doors'
import { browserCookie } from './support/people'
import { complaintsAbout, listen } from './support/screen'
import { makeScene, withoutAdmin, type Scene, type Visit } from './support/visits'

const sizes = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
]
const order = ['visitor', 'rater', 'inspector', 'admin']

let scene: Scene
let visits: Visit[]

test.beforeAll(async () => {
  scene = await makeScene()
  visits = builtDoors()
    .filter(({ kind }) => kind === 'page')
    .flatMap(({ path }) => {
      const here = scene.visits(path)
      if (here.length === 0) throw new Error(`nothing says how to see ${path}`)
      return here
    })
  visits.push({ as: 'visitor', path: '/no-such-page', name: 'not-found' })
  visits.sort((a, b) => order.indexOf(a.as) - order.indexOf(b.as))
})

async function become(context: BrowserContext, who: Visit['as'], site: string): Promise<void> {
  await context.clearCookies()
  if (who !== 'visitor') await context.addCookies([browserCookie(scene.people[who], site)])
}

type Look = { locale: string; theme: string }

/**
 * What axe looks at, as it takes long: colours change with the theme and not with the width, the structure with the width
 * and with neither theme nor language. So it looks at each width, each theme and each language, not at all combinations.
 */
function axeFor({ locale, theme }: Look, isWide: boolean): Parameters<typeof complaintsAbout>[1]['axe'] {
  if (isWide) return (theme === 'dark') === (locale === 'zh-CN') ? 'with contrast' : 'none'
  return theme === 'light' && locale === 'en' ? 'without contrast' : 'none'
}

/** The page that is open, wide and narrow: says what is wrong, and with MANGPING_PICTURES=1 takes its picture. */
async function inspect(page: Page, name: string, look: Look): Promise<string[]> {
  const { locale, theme } = look
  const wrong: string[] = []
  for (const size of sizes) {
    await page.setViewportSize(size)
    const complaints = await complaintsAbout(page, { locale, axe: axeFor(look, size === sizes[0]) })
    wrong.push(...complaints.map((each) => `${name} at ${size.width}: ${each}`))
    if (process.env['MANGPING_PICTURES'] !== '1') continue
    const path = `test-results/screens/${name}-${locale}-${theme}-${size.width}.jpg`
    await page.screenshot({ path, fullPage: true, type: 'jpeg', quality: 80 })
  }
  return wrong
}

for (const locale of ['zh-CN', 'en'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`every page in ${locale}, ${theme}, wide and narrow`, async ({ browser, baseURL }) => {
      test.setTimeout(300_000)
      const context = await browser.newContext({ locale, colorScheme: theme, reducedMotion: 'reduce' })
      const page = await context.newPage()
      const heard = listen(page)
      const wrong: string[] = []
      const see = async (name: string, path: string) => {
        await page.goto(path)
        wrong.push(...(await inspect(page, name, { locale, theme })), ...heard.take(name))
      }
      await withoutAdmin((setUp) => see('set-up', setUp))
      for (const { as, path, name } of visits) {
        await become(context, as, baseURL ?? '')
        await see(name, path)
      }
      expect(wrong).toEqual([])
      await context.close()
    })
  }
}
