import { readFileSync } from 'node:fs'
import path from 'node:path'

type Row = { process: string; residentMb: number }
type Register = { children: { name: string; pid: number }[] }

/** Resident memory of the processes of the site under test (PostgreSQL: its postmaster alone). Linux only. */
export function benchMemory(): Row[] {
  const register = path.join(process.env.MANGPING_DATA_DIR ?? '', 'processes.json')
  const { children } = JSON.parse(readFileSync(register, 'utf8')) as Register
  return children.map(({ name, pid }) => {
    const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return { process: name, residentMb: Math.round(Number(resident) / 1024) }
  })
}
