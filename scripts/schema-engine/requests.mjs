import { createInterface } from 'node:readline'
import { connectionFields } from './connection.mjs'
import { createDatabase } from './database-commands.mjs'

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)

/** Answers JSON-RPC requests, one a line on stdin, strictly one after another, until the CLI closes stdin. */
export async function answerRequests({ url, engine }) {
  let opened
  const openedEngine = () => (opened ??= engine())
  for await (const line of createInterface({ input: process.stdin })) {
    const request = parsed(line)
    if (!request?.method) continue
    try {
      send({ id: request.id, result: await answer(request, { url, openedEngine }) })
    } catch (error) {
      send({ id: request.id, error: asRpcError(error) })
    }
  }
  // The engine's connection pool would keep the process alive.
  process.exit(0)
}

async function answer({ method, params }, { url, openedEngine }) {
  if (method === 'createDatabase') {
    const fields = connectionFields(url)
    await createDatabase(fields)
    return { databaseName: fields.database }
  }
  const engine = await openedEngine()
  const name = method === 'getDatabaseVersion' ? 'version' : method
  if (typeof engine[name] !== 'function') throw new Error(`The schema engine has no method ${method}`)
  const result = await engine[name](params)
  // The native engine prints a diff itself; the CLI waits for it as a notification.
  if (method === 'diff' && result?.stdout != null) {
    send({ id: 0, method: 'print', params: { content: result.stdout } })
  }
  return result ?? {}
}

function parsed(line) {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

function asRpcError(error) {
  const data = { is_panic: false, message: error?.message ?? String(error) }
  if (error?.code) data.error_code = error.code
  if (error?.meta) data.meta = error.meta
  return { code: 4466, message: 'An error happened. Check the data field for details.', data }
}
