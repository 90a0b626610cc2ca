import { describe, expect, it } from 'vitest'
import { ownPath } from '@/lib/domain/own-path'
import { normaliseLogin } from './login'
import { problemWithPassword } from './password'

describe('a login', () => {
  it('has one spelling', () => {
    expect(normaliseLogin(' ＡＬＩＣＥ＠lab ')).toBe('alice@lab')
    expect(normaliseLogin('评分员１')).toBe('评分员1')
  })

  it('is no empty, spaced, marked-up or invisible text', () => {
    for (const text of ['', 'a b', '<b>', '../escape', 'a\u200bb', '\u202ea', 'a\u0000', '@a'])
      expect(normaliseLogin(text)).toBeNull()
  })
})

describe('a password', () => {
  it('is counted in characters, not in code units', () => {
    expect(problemWithPassword('一二三四五六七八九', 'x')).toBe('tooShort')
    expect(problemWithPassword('😀'.repeat(9), 'x')).toBe('tooShort')
    expect(problemWithPassword('一二三四五六七八九十', 'x')).toBeNull()
    expect(problemWithPassword('a'.repeat(201), 'x')).toBe('tooLong')
  })

  it('is not the login in other letters', () => {
    expect(problemWithPassword('ＡＬＩＣＥ-in-wonderland', 'alice-in-wonderland')).toBe('sameAsLogin')
  })

  it('need not look like a login', () => {
    expect(problemWithPassword('two words and more', '!')).toBeNull()
  })
})

describe('a return address', () => {
  it('stays on the own site', () => {
    expect(ownPath('/admin?x=1#y', 'https://site.example')).toBe('/admin?x=1#y')
    expect(ownPath('https://site.example/rate', 'https://site.example')).toBe('/rate')
  })

  it('is refused when it leads elsewhere', () => {
    const away = [
      '//evil',
      '/\\evil',
      'https:evil',
      'javascript:alert(1)',
      'https://site.example@evil',
      'http://site.example',
      '',
      null,
    ]
    for (const address of away) expect(ownPath(address, 'https://site.example')).toBeNull()
    for (const address of ['/%2f%2fevil', '/.//evil', '/\r\n/evil']) {
      const path = ownPath(address, 'https://site.example')
      expect(path === null || new URL(path, 'https://site.example').host === 'site.example').toBe(true)
    }
  })
})
