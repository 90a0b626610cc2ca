import { readdirSync, readFileSync } from 'node:fs'

type Row = { process: string; residentMb: number }

/** Resident memory of the processes around this run: the web server, the worker, PostgreSQL's postmaster. Linux only. */
export function benchMemory(): Row[] {
  const kinds: [string, RegExp][] = [
    ['web', /next-server/],
    ['worker', /worker\/main/],
    ['PostgreSQL (postmaster)', /bin\/postgres -D/],
  ]
  const rows: Row[] = []
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const command = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')
    const kind = kinds.find(([, pattern]) => pattern.test(command))?.[0]
    const resident = /VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1]
    if (kind && resident)
      rows.push({ process: `${kind} ${pid}`, residentMb: Math.round(Number(resident) / 1024) })
  }
  return rows
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // the process ended meanwhile
  }
}
