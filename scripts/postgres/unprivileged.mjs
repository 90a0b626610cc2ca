import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

const namespace = ['-U', '--map-user=65534', '--map-group=65534']

/**
 * PostgreSQL refuses to run as root. Root runs it in a user namespace, where the same files belong to nobody; where
 * namespaces are blocked, as the user `nobody` itself. Once the files have another owner, that owner runs it.
 */
export function unprivileged(dir) {
  const plain = { command: (program, args) => [program, args], options: {}, own: () => {} }
  if (process.getuid?.() !== 0) return plain
  const owner = existsSync(dir) ? statSync(dir) : { uid: 0, gid: 0 }
  if (owner.uid === 0 && spawnSync('unshare', [...namespace, 'true']).status === 0) {
    return { ...plain, command: (program, args) => ['unshare', [...namespace, '--', program, ...args]] }
  }
  const { uid, gid } = owner.uid === 0 ? nobody() : owner
  return {
    ...plain,
    options: { uid, gid, cwd: '/' },
    own: (place) => execFileSync('chown', ['-R', `${uid}:${gid}`, place]),
  }
}

function nobody() {
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'nobody'])))
  return { uid, gid }
}
