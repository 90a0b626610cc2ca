import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { Refusal } from './refusal.mjs'
import { run, step } from './run.mjs'

const systemBrowsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const isRoot = process.getuid?.() === 0

export const browserFlags = [
  ...(isRoot ? ['--no-sandbox'] : []),
  ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
]

/** The path of a Chromium: the one named, Playwright's own, or the system's. */
export function findBrowser() {
  const places = [
    process.env.CHROMIUM_PATH,
    chromium.executablePath(),
    ...systemBrowsers.map((name) => `/usr/bin/${name}`),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  return places.find((place) => place && existsSync(place))
}

function hasChineseFont() {
  const list = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  return list.status === 0 && list.stdout.trim() !== ''
}

async function installWithApt(packages) {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  await run('apt-get', ['update', '-qq'], options)
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options)
}

/** Finds a Chromium or installs one, with a font for Chinese where the system lacks it. */
export async function ensureBrowser() {
  if (!findBrowser()) {
    await step('Installing a browser · 安装浏览器', async () => {
      await run(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'], {
        timeout: 180_000,
      })
      if (!findBrowser()) await installWithApt(['chromium', 'fonts-noto-cjk'])
    })
  }
  if (process.platform === 'linux' && !hasChineseFont())
    await installWithApt(['fonts-noto-cjk', 'fontconfig'])
  const found = findBrowser()
  if (!found) throw new Refusal('No Chromium found and none could be installed: set CHROMIUM_PATH to one.')
  return found
}
