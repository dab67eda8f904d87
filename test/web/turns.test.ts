import { expect, test } from 'vitest'
import { turns } from '../../src/web/turns.ts'

test('pieces of work are done one at a time, in the order they came', async () => {
  const inTurn = turns()
  const told: string[] = []
  const piece = (name: string) =>
    inTurn(async () => {
      told.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 5))
      told.push(`${name} ends`)
      return name
    })
  expect(await Promise.all([piece('a'), piece('b'), piece('c')])).toEqual(['a', 'b', 'c'])
  expect(told).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]))
})

test('what comes meanwhile has its turn between two pieces', async () => {
  const inTurn = turns()
  const told: string[] = []
  const pieces = ['a', 'b'].map((name) =>
    inTurn(() => {
      told.push(name)
      setImmediate(() => told.push(`after ${name}`))
    }),
  )
  await Promise.all([...pieces, inTurn(() => undefined)])
  expect(told).toEqual(['a', 'after a', 'b', 'after b'])
})

test('a piece that fails tells its sender alone', async () => {
  const inTurn = turns()
  const failing = inTurn(() => {
    throw new Error('no such fund')
  })
  const next = inTurn(() => 'drawn')
  await expect(failing).rejects.toThrow('no such fund')
  expect(await next).toBe('drawn')
})
