import { randomUUID } from 'node:crypto'
import http from 'node:http'
import type { BlindTask } from '@/lib/domain/rating/blind-task'

export type Rated = {
  assignmentId: string
  idempotencyKey: string
  scores: Record<string, Record<string, number>>
  dwellMs: number
}
type Answer = { task: BlindTask | null }
/** One client: sends a rating and comes back with the next task. */
export type Client = { first: BlindTask; submit(rated: Rated): Promise<Answer> }

export type Measured = { perSecond: number; p50: number; p95: number; p99: number }

/** Every client submits and takes the next task, again and again, for `seconds`. */
export async function load(clients: Client[], seconds: number): Promise<Measured> {
  const times: number[] = []
  const start = performance.now()
  const end = start + seconds * 1000
  await Promise.all(
    clients.map(async (client) => {
      let task: BlindTask | null = client.first
      while (task && performance.now() < end) {
        const sent = performance.now()
        const answer: Answer = await client.submit(rated(task))
        times.push(performance.now() - sent)
        task = answer.task
      }
    }),
  )
  const elapsed = (performance.now() - start) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN
  return { perSecond: times.length / elapsed, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

function rated(task: BlindTask): Rated {
  const cells = Object.fromEntries(
    task.rubric.criteria.map((each) => [each.id, 1 + Math.floor(Math.random() * 5)]),
  )
  return {
    assignmentId: task.assignmentId,
    idempotencyKey: randomUUID(),
    scores: Object.fromEntries(task.outputs.map((output) => [output.label, cells])),
    dwellMs: 1000,
  }
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 256 })

/** A JSON post over a kept connection; anything but 200 ends the benchmark. */
export function postJson(url: string, body: object, headers: Record<string, string> = {}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      { method: 'POST', agent, headers: { 'Content-Type': 'application/json', ...headers } },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString()
          if (response.statusCode === 200) resolve(JSON.parse(text))
          else reject(new Error(`${url}: ${response.statusCode} ${text.slice(0, 300)}`))
        })
      },
    )
    request.on('error', reject)
    request.end(JSON.stringify(body))
  })
}

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
