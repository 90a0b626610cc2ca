import net from 'node:net'
import { Refusal } from '../set-up/refusal.mjs'

function listening(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => resolve(server))
  })
}

export async function freePort() {
  const server = await listening(0, '127.0.0.1')
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Refuses in one sentence when the site cannot listen there. */
export async function requirePort(port, host) {
  try {
    const server = await listening(port, host)
    await new Promise((resolve) => server.close(resolve))
  } catch (error) {
    if (error.code === 'EADDRINUSE') {
      throw new Refusal(
        `Port ${port} is taken by another program: stop it, or choose another port, as in PORT=${port + 1} npm start.`,
      )
    }
    if (error.code === 'EACCES')
      throw new Refusal(`Port ${port} needs more rights than this user has: choose one above 1023.`)
    throw error
  }
}
