import { expect, test } from '@playwright/test'
import { contextOf, openDesk, studyForOne } from './support/desk-page'

const most = 260 * 1024

test('the first load of the desk is light on the wire', async ({ browser, baseURL }) => {
  const { study, rater } = await studyForOne({ prompts: 6, models: 4 })
  const context = await contextOf(browser, rater, baseURL ?? '')
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.setCacheDisabled', { cacheDisabled: true })
  const addresses = new Map<string, string>()
  const sizes = new Map<string, number>()
  network.on('Network.responseReceived', ({ requestId, response }) =>
    addresses.set(requestId, new URL(response.url).pathname),
  )
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    sizes.set(addresses.get(requestId) ?? requestId, encodedDataLength),
  )
  await openDesk(page, study.slug)
  await page.waitForLoadState('networkidle')
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const largest = [...sizes].sort(([, one], [, other]) => other - one).slice(0, 12)
  console.log(`first load of the desk: ${(total / 1024).toFixed(0)} KB in ${sizes.size} answers`)
  console.log(largest.map(([path, size]) => `  ${(size / 1024).toFixed(1)} KB ${path}`).join('\n'))
  expect(total).toBeLessThan(most)
})
