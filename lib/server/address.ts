import { randomUUID } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import { env } from '@/lib/env'

// Named afresh in each process, so that no client can send it; kept where every bundle of the process finds it.
const kept = globalThis as { mangpingAddressHeader?: string }

/**
 * Writes the address that a request really came from into a header of its own. Next keeps a client's X-Forwarded-For
 * as it came and hands no socket to routes; so Node is asked, before Next is.
 */
export function nameAddresses(): void {
  if (kept.mangpingAddressHeader) return
  const header = `x-mangping-address-${randomUUID()}`
  kept.mangpingAddressHeader = header
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.headers[header] = senderOf(request)
  })
}

function senderOf(request: IncomingMessage): string {
  const forwarded = env.MANGPING_TRUST_PROXY ? [request.headers['x-forwarded-for']].flat().at(-1) : undefined
  // Our own proxy wrote the last entry; those before it are the client's word.
  return networkOf(forwarded?.split(',').at(-1)?.trim() || (request.socket.remoteAddress ?? 'unknown'))
}

/** One household is one sender: of an IPv6 address the first 64 bits, of an IPv4 address all. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped || !isIPv6(address)) return mapped ?? address
  const [head = '', tail] = address.split('::')
  const front = head.split(':').filter(Boolean)
  const back = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0')
  const groups = [...front, ...zeros, ...back].slice(0, 4)
  return `${groups.map((group) => parseInt(group, 16).toString(16)).join(':')}::/64`
}

/** The sender of a request; all share one name where Node was not asked. */
export function addressOf(headers: Headers): string {
  return (kept.mangpingAddressHeader ? headers.get(kept.mangpingAddressHeader) : null) ?? 'unknown'
}
