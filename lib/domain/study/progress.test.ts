import { describe, expect, it } from 'vitest'
import { progressByAbility, progressOverall } from './progress'

const groups = [
  { abilities: ['推理/逻辑', '推理/数学'], reached: 3, tasks: 2 },
  { abilities: ['推理'], reached: 1, tasks: 4 },
  { abilities: ['推理学'], reached: 0, tasks: 5 },
]

describe('progress by ability', () => {
  it('counts a task once under a path, however many tags lie below it', () => {
    expect(progressByAbility(['推理'], 3, groups)).toEqual([
      { path: '推理', tasks: 6, reached: [0, 4, 0, 2] },
    ])
  })

  it('takes no ability for another that merely begins alike', () => {
    expect(progressByAbility(['推理学'], 3, groups)[0]?.tasks).toBe(5)
  })

  it('shows a path without tasks as empty, not as complete', () => {
    expect(progressByAbility(['知识'], 2, groups)).toEqual([{ path: '知识', tasks: 0, reached: [0, 0, 0] }])
  })

  it('counts every task once overall', () => {
    expect(progressOverall(3, groups)).toEqual({ tasks: 11, reached: [5, 4, 0, 2] })
  })
})
