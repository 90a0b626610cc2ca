import { describe, expect, it } from 'vitest'
import { nextStep, type StudyFacts } from './next-step'

const study: StudyFacts = {
  state: 'draft',
  tasks: 10,
  complete: 0,
  active: 0,
  needsArbitration: 0,
  lots: 0,
  appeals: 0,
}

describe('the next step of a study', () => {
  it('asks for raters before it is opened', () => {
    expect(nextStep(study)).toBe('enrol')
    expect(nextStep({ ...study, active: 3 })).toBe('open')
  })

  it('waits for ratings until every task is complete', () => {
    expect(nextStep({ ...study, state: 'open', active: 3, complete: 9 })).toBe('rate')
    expect(nextStep({ ...study, state: 'open', active: 3, complete: 10 })).toBe('close')
  })

  it('points at whatever waits for a person before it is unsealed', () => {
    const closed = { ...study, state: 'closed' } as const
    expect(nextStep({ ...closed, needsArbitration: 2, lots: 1 })).toBe('arbitrate')
    expect(nextStep({ ...closed, lots: 1, appeals: 1 })).toBe('inspect')
    expect(nextStep({ ...closed, appeals: 1 })).toBe('answer')
    expect(nextStep({ ...study, state: 'closed' })).toBe('unseal')
  })
})
