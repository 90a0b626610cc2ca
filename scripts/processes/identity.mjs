import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const hasProc = process.platform === 'linux'

function readProc(place) {
  try {
    return readFileSync(`/proc/${place}`, 'utf8')
  } catch {
    return ''
  }
}

function ps(column, pid) {
  return spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
}

/** The words a process was started with. */
export const commandOf = (pid) =>
  hasProc ? readProc(`${pid}/cmdline`).replaceAll('\0', ' ') : ps('command', pid)

/**
 * When a process was born, as an opaque text: number and birth together name one process for good, although numbers
 * are used again. Null when it is gone (a process that only waits to be collected is gone too).
 */
export function birthOf(pid) {
  if (!hasProc) return ps('lstart', pid) || null
  const [state, ...fields] = readProc(`${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ')
  if (!state || state === 'Z' || state === 'X') return null
  return `${readProc('sys/kernel/random/boot_id').trim()}/${fields[18]}`
}

export const isAlive = (pid) => birthOf(pid) !== null

/** A process as it can be written down and recognised later. */
export const identityOf = (pid) => ({ pid, born: birthOf(pid) })

export const isStill = ({ pid, born }) => born !== null && birthOf(pid) === born
