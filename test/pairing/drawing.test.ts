/** The page on pairs shows the moves as they are; `-u` draws them anew. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pairActs, pairStates } from '../../src/pairing/pairs/moves.ts'
import { withMoves } from './drawing.ts'

const path = new URL('../../src/pairing/README.md', import.meta.url).pathname
const page = readFileSync(path, 'utf8')

test('its drawing is that of the code', async () => {
  await expect(withMoves(page)).toMatchFileSnapshot(path)
})

test('every state and every act is drawn', () => {
  const diagram = /stateDiagram-v2\n([\s\S]*?)```/.exec(withMoves(page))![1]!
  const drawn = [...diagram.matchAll(/^ {2}(\S+) --> (\S+?)(?:: (\w+))?$/gm)]
  const states = new Set(drawn.flatMap(([, from, to]) => [from, to]))
  expect([...states].sort()).toEqual(['[*]', ...pairStates].sort())
  expect(new Set(drawn.flatMap(([, , , act]) => act ?? []))).toEqual(new Set(pairActs))
})

test('a page without the marks is an error', () => {
  expect(() => withMoves('# Pairs')).toThrow('no place for the moves')
})
