import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { addressOf, nameAddresses, networkOf } from './address'

describe('the sender of a request', () => {
  it('is who holds the socket, whatever the headers say', async () => {
    nameAddresses()
    const server = createServer((request, response) => {
      const sent = Object.entries(request.headers).map(([name, value]) => [name, String(value)])
      response.end(addressOf(new Headers(Object.fromEntries(sent))))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const headers = { 'X-Forwarded-For': '10.0.0.1', 'X-Real-IP': '10.0.0.1', Forwarded: 'for=10.0.0.1' }
    const answer = await fetch(`http://127.0.0.1:${port}`, { headers })
    expect(await answer.text()).toBe('127.0.0.1')
    server.close()
  })

  it('is a household: all of IPv4, the first half of IPv6', () => {
    expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7')
    expect(networkOf('2001:db8:0:1:aaaa::1')).toBe(networkOf('2001:DB8::1:ffff:ffff:ffff:ffff'))
    expect(networkOf('2001:db8:0:2::1')).not.toBe(networkOf('2001:db8:0:1::1'))
    expect(networkOf('::1')).toBe('0:0:0:0::/64')
  })
})
