import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { typescript } from './set-up/run.mjs'
import { root } from './set-up/settings.mjs'

const line = '─'.repeat(78)

/** Empty once an admin exists. */
export async function freshSetUpLink(env) {
  const args = typescript('scripts/set-up-link.ts')
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env })
  return stdout.trim()
}

function sampleAccounts({ dataDir, sample }) {
  const file = path.join(dataDir, 'sample-accounts.json')
  return sample && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
}

const accountRow = ({ login, password }) => `  ${login.padEnd(20)} ${password}`

/** What a person needs to know once the site serves, in one place and both languages. */
export function welcome(settings, link) {
  const accounts = sampleAccounts(settings)
  const firstStep = link
    ? 'Open the set-up link and make your admin account · 打开设置链接，创建管理员账号'
    : 'Sign in as an admin · 以管理员身份登录'
  return [
    line,
    `  Mangping 盲评     ${settings.url}`,
    ...(link
      ? [
          '',
          '  Set-up link for the first admin; works once, each start makes a fresh one',
          '  首位管理员的设置链接，仅可使用一次，每次启动都会更新',
          `  ${link}`,
        ]
      : []),
    ...(accounts.length > 0
      ? [
          '',
          '  Accounts of the sample study, with their passwords · 示例评测的账号与密码',
          ...accounts.map(accountRow),
        ]
      : []),
    '',
    `  1  ${firstStep}`,
    '  2  Import prompts and outputs, set up a study · 导入题目与回答，设置评测',
    '  3  Invite raters and open the study · 邀请评分员，开放评测',
    '',
    '  Ctrl+C stops everything · 按 Ctrl+C 停止全部服务',
    line,
  ].join('\n')
}
