import { chromium } from '@playwright/test'
import pg from 'pg'
import { sessionCookie, signSession } from '@/lib/server/session'
import { publishedStudy } from '@/e2e/support/published-study'
import { populateRaters, populateStudy } from './desk/populate'

type Row = { page: string; kilobytes: number; requests: number; otherHosts: number }

/** What a first visit loads over the wire, compressed as served, with an empty cache. */
export async function benchPages(site: string): Promise<Row[]> {
  const owner = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL })
  await owner.connect()
  const study = await populateStudy(owner, 10, 3)
  const [rater] = await populateRaters(owner, study, { count: 1 })
  await owner.end()
  const board = await publishedStudy()
  const browser = await chromium.launch({
    ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  const session = await signSession(rater?.sessionId ?? '')
  const measure = async (page: string): Promise<Row> => {
    const context = await browser.newContext({ locale: 'zh-CN' })
    await context.addCookies([{ name: sessionCookie, value: session, url: site }])
    const tab = await context.newPage()
    const cdp = await context.newCDPSession(tab)
    await cdp.send('Network.enable')
    let bytes = 0
    const hosts: string[] = []
    cdp.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength))
    tab.on('request', (request) => hosts.push(new URL(request.url()).host))
    await tab.goto(site + page, { waitUntil: 'networkidle' })
    await context.close()
    return {
      page,
      kilobytes: Math.round(bytes / 1024),
      requests: hosts.length,
      otherHosts: hosts.filter((host) => host !== new URL(site).host).length,
    }
  }
  const pages = [`/rate/${study.slug}`, `/leaderboards/${board.slug}`]
  const measured: Row[] = []
  for (const page of pages) measured.push(await measure(page))
  await browser.close()
  return measured
}
