/** The page on hardship cases shows the moves and workflows as they are; `-u` draws them anew. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { caseActs, caseStates } from '../../src/hardship/cases/moves.ts'
import { withDrawings } from './drawing.ts'

const path = new URL('../../src/hardship/README.md', import.meta.url).pathname
const page = readFileSync(path, 'utf8')

test('its drawings are those of the code', async () => {
  await expect(withDrawings(page)).toMatchFileSnapshot(path)
})

test('every state and every act is drawn', () => {
  const diagram = /stateDiagram-v2\n([\s\S]*?)```/.exec(withDrawings(page))![1]!
  const drawn = [...diagram.matchAll(/^ {2}(\S+) --> (\S+?)(?:: (\w+))?$/gm)]
  const states = new Set(drawn.flatMap(([, from, to]) => [from, to]))
  expect([...states].sort()).toEqual(['[*]', ...caseStates].sort())
  expect(new Set(drawn.flatMap(([, , , act]) => act ?? []))).toEqual(new Set(caseActs))
})

test('a page without the marks is an error', () => {
  expect(() => withDrawings('# Hardship')).toThrow('no place for moves')
})
