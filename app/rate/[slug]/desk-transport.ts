import type {
  Claimed,
  DeskAnswer,
  DeskRefusal,
  DeskTransport,
  Extended,
  OwnRatings,
  OwnRatingsTransport,
  Saved,
  Submitted,
} from '@/lib/domain/rating/desk-transport'

/** A request that hangs is as good as none; the same key makes its repeat safe. */
const patienceMs = 20_000

/** The desk's endpoints of one study. */
export function deskTransport(slug: string): DeskTransport {
  const base = `/api/v1/desk/${encodeURIComponent(slug)}`
  return {
    claim: (hold) => ask<Claimed>('POST', `${base}/claim`, { hold }),
    submit: (input) => ask<Submitted>('POST', `${base}/ratings`, input),
    extend: (id) => ask<Extended>('POST', `${base}/assignments/${id}/extend`, {}),
  }
}

export function ownRatingsTransport(slug: string): OwnRatingsTransport {
  const base = `/api/v1/desk/${encodeURIComponent(slug)}/ratings`
  return {
    list: (cursor) => ask<OwnRatings>('GET', cursor ? `${base}?cursor=${encodeURIComponent(cursor)}` : base),
    correct: (ratingId, input) => ask<{ saved: Saved }>('PUT', `${base}/${ratingId}`, input),
  }
}

/** One request to an endpoint of ours; every failure is a value. */
export async function ask<T>(method: string, url: string, body?: unknown): Promise<DeskAnswer<T>> {
  const text = body === undefined ? '' : JSON.stringify(body)
  try {
    const response = await fetch(url, {
      method,
      signal: AbortSignal.timeout(patienceMs),
      // What was sent off arrives even when the page is closed in that moment; browsers allow that for 64 KB.
      keepalive: text.length < 15_000,
      ...(text === '' ? {} : { headers: { 'Content-Type': 'application/json' }, body: text }),
    })
    const said = Date.parse(response.headers.get('date') ?? '')
    const serverNow = Number.isNaN(said) ? Date.now() : said
    if (response.status === 204) return { ok: true, value: null as T, serverNow }
    if (response.ok) return { ok: true, value: (await response.json()) as T, serverNow }
    return { ok: false, error: await refusalOf(response) }
  } catch {
    // No network, no answer in time, or half an answer: all of them are cured by asking again.
    return { ok: false, error: { code: 'offline', message: '' } }
  }
}

async function refusalOf(response: Response): Promise<DeskRefusal> {
  const isJson = response.headers.get('content-type')?.startsWith('application/json')
  if (!isJson) return { code: 'unavailable', message: response.statusText }
  const { error } = (await response.json()) as { error: DeskRefusal }
  return error
}
