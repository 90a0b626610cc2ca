import { expect, test } from '@playwright/test'
import { startWeb } from '@/audits/support/web'
import { builtDoors, type Door } from './support/doors'
import { signedInPerson } from './support/people'
import { publishedStudy } from './support/published-study'
import type { Made } from './support/study-factory'

let study: Made
let admin: string

test.beforeAll(async () => {
  study = await publishedStudy()
  admin = (await signedInPerson('admin')).cookie
})

const address = (door: Door) =>
  door.path
    .replace('[slug]', study.slug)
    .replace('[number]', '1')
    .replace('[...nextauth]', 'session')
    .replace('[...path]', 'no/such/door')
    .replace(/\[\w+\]/, 'none')

/** Script and style of a page, the icon, and what is not there. */
async function files(site: string): Promise<string[]> {
  const text = await (await fetch(`${site}/leaderboards`)).text()
  const built = [...text.matchAll(/\/_next\/static\/[^"'\\ ]+\.(?:js|css)/g)].map(([path]) => path)
  expect(built.length).toBeGreaterThan(2)
  return [...new Set(built), '/icon.svg', '/_next/static/none.js', '/favicon.ico']
}

function missingFrom(headers: Headers): string[] {
  const policy = headers.get('content-security-policy') ?? ''
  const script =
    /script-src ([^;]*)/.exec(policy)?.[1] ?? /default-src ([^;]*)/.exec(policy)?.[1] ?? "'unsafe-inline'"
  const holds: [string, boolean][] = [
    ['no unsafe script', !/unsafe-inline|unsafe-eval|\*|https?:/.test(script)],
    ["frame-ancestors 'none'", policy.includes("frame-ancestors 'none'")],
    ["object-src 'none'", /object-src 'none'|default-src 'none'/.test(policy)],
    ["base-uri 'none'", policy.includes("base-uri 'none'")],
    ['form-action', /form-action '(self|none)'/.test(policy)],
    ['nosniff', headers.get('x-content-type-options') === 'nosniff'],
    ['Referrer-Policy', headers.get('referrer-policy') === 'no-referrer'],
    ['X-Frame-Options', headers.get('x-frame-options') === 'DENY'],
    ['no X-Powered-By', !headers.has('x-powered-by')],
  ]
  return holds.filter(([, hold]) => !hold).map(([name]) => name)
}

test('every page, endpoint, file and error carries the headers that keep a browser safe', async ({
  baseURL,
}) => {
  const site = baseURL ?? ''
  const paths = [...builtDoors().map(address), '/no-such-page', '/api/nothing', ...(await files(site))]
  const wrong: string[] = []
  for (const path of paths) {
    for (const cookie of ['', admin]) {
      for (const method of path.startsWith('/api/') ? ['GET', 'POST', 'OPTIONS'] : ['GET']) {
        const answer = await fetch(site + path, { method, redirect: 'manual', headers: { Cookie: cookie } })
        await answer.arrayBuffer()
        wrong.push(
          ...missingFrom(answer.headers).map((each) => `${method} ${path} ${answer.status}: ${each}`),
        )
      }
    }
  }
  expect(wrong).toEqual([])
})

test('every script of a page carries the nonce of its own answer', async ({ baseURL }) => {
  const nonces = new Set<string>()
  for (const path of ['/leaderboards', '/sign-in', '/no-such-page']) {
    const answer = await fetch(`${baseURL}${path}`)
    const [, nonce = ''] = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '') ?? []
    nonces.add(nonce)
    const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
  }
  expect(nonces.size).toBe(3)
})

test('nothing that a signed-in person gets is kept', async ({ baseURL }) => {
  const wrong: string[] = []
  for (const door of builtDoors()) {
    // The files of a release are the same for everybody, and never change.
    if (/^\/api\/v1\/leaderboards\/.*(csv|release\.json)$/.test(door.path)) continue
    const answer = await fetch(`${baseURL}${address(door)}`, {
      redirect: 'manual',
      headers: { Cookie: admin },
    })
    await answer.arrayBuffer()
    const caching = answer.headers.get('cache-control') ?? ''
    if (!caching.includes('no-store') && answer.status !== 405)
      wrong.push(`${door.path} ${answer.status}: ${caching}`)
  }
  expect(wrong).toEqual([])
})

test('under https every answer says that http is over', async () => {
  const { site, child } = await startWeb(undefined, 'https://eval.example.org')
  try {
    const wrong: string[] = []
    for (const path of [...builtDoors().map(address), '/no-such-page', ...(await files(site))]) {
      const answer = await fetch(site + path, { redirect: 'manual' })
      await answer.arrayBuffer()
      if (!answer.headers.get('strict-transport-security')?.startsWith('max-age=')) wrong.push(path)
    }
    expect(wrong).toEqual([])
  } finally {
    child.kill('SIGTERM')
  }
})
