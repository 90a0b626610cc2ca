import { describe, expect, it } from 'vitest'
import { nextStep, type StudyFacts } from './next-step'

const study: StudyFacts = { state: 'draft', tasks: 10, complete: 0, active: 0, needsArbitration: 0 }

describe('the next step of a study', () => {
  it('asks for raters before it is opened', () => {
    expect(nextStep(study)).toBe('enrol')
    expect(nextStep({ ...study, active: 3 })).toBe('open')
  })

  it('waits for ratings until every task is complete', () => {
    expect(nextStep({ ...study, state: 'open', active: 3, complete: 9 })).toBe('rate')
    expect(nextStep({ ...study, state: 'open', active: 3, complete: 10 })).toBe('close')
  })

  it('points at disputed cells before it is unsealed', () => {
    expect(nextStep({ ...study, state: 'closed', needsArbitration: 2 })).toBe('arbitrate')
    expect(nextStep({ ...study, state: 'closed' })).toBe('unseal')
  })
})
