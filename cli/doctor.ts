import { databaseChecks } from './doctor-checks/database'
import { machineChecks } from './doctor-checks/machine'
import { secretCheck, settingsCheck } from './doctor-checks/settings'
import { defineCommand } from './command'

const whereDataIs = async () =>
  (await import('@/lib/env').catch(() => null))?.env.MANGPING_DATA_DIR ?? './data'

export const command = defineCommand({
  name: 'doctor',
  usage: 'doctor',
  options: {},
  async run() {
    const settings = await settingsCheck()
    const machine = await machineChecks(await whereDataIs())
    const checks = [
      settings,
      ...machine,
      ...(settings.ok ? [await secretCheck(), ...(await databaseChecks())] : []),
    ]
    const ok = checks.every((check) => check.ok)
    const lines = checks.map((check) => `${check.ok ? 'ok  ' : 'FAIL'} ${check.id}: ${check.message}`)
    return { json: { ok, checks }, text: lines.join('\n'), exit: ok ? 0 : 1 }
  },
})
