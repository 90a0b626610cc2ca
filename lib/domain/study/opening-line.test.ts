import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineUp } from './opening-line'
import { blocksOf } from './task-plan'

const random = (seed: number) => () => ((seed = (seed * 16807) % 2147483647) - 1) / 2147483646

test('every task stands on the line exactly k times, with the slots 1 to k', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 1e6 }),
      (n, k, seed) => {
        const tasks = Array.from({ length: n }, (_, index) => ({ id: `t${index}`, ability: `a${index % 3}` }))
        const line = lineUp(tasks, k, random(seed))
        expect(line).toHaveLength(n * k)
        expect(new Set(line.map((each) => `${each.taskId}/${each.slot}`)).size).toBe(n * k)
      },
    ),
  )
})

test('any stretch of the line is balanced over abilities', () => {
  const tasks = Array.from({ length: 700 }, (_, index) => ({
    id: `t${index}`,
    ability: index < 600 ? 'much' : 'little',
  }))
  const line = lineUp(tasks, 1, random(7))
  const little = new Set(tasks.filter((task) => task.ability === 'little').map((task) => task.id))
  for (let start = 0; start + 70 <= 700; start += 70) {
    const share = line.slice(start, start + 70).filter((each) => little.has(each.taskId)).length
    expect(share).toBeGreaterThanOrEqual(7)
    expect(share).toBeLessThanOrEqual(13)
  }
})

test('blocks hold every output once or twice, are never too large, and are connected', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 60 }),
      fc.integer({ min: 2, max: 12 }),
      fc.integer({ min: 1, max: 1e6 }),
      (n, size, seed) => {
        const outputs = Array.from({ length: n }, (_, index) => `o${index}`)
        const blocks = blocksOf(outputs, { sheetSize: size, random: random(seed) })
        const times = new Map(outputs.map((id) => [id, 0]))
        for (const block of blocks) {
          expect(block.length).toBeLessThanOrEqual(size)
          expect(new Set(block).size).toBe(block.length)
          for (const id of block) times.set(id, (times.get(id) ?? 0) + 1)
        }
        expect(Math.min(...times.values())).toBeGreaterThanOrEqual(1)
        expect(Math.max(...times.values())).toBeLessThanOrEqual(2)
        const reached = new Set(blocks[0])
        for (let round = 0; round < blocks.length; round++)
          for (const block of blocks)
            if (block.some((id) => reached.has(id))) block.forEach((id) => reached.add(id))
        expect(reached.size).toBe(n)
      },
    ),
  )
})
