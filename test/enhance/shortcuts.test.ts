import { expect, test } from 'vitest'
import {
  type Pressed,
  patienceMs,
  shortcutReader,
  shortcutTable,
} from '../../templates/enhance/shortcut-keys.ts'

const free = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false }

/** The shortcuts that keys make, pressed a tenth of a second apart unless one says how long it waits. */
function made(...keys: readonly (string | (Partial<Pressed> & { key: string; wait?: number }))[]) {
  const read = shortcutReader()
  let at = 0
  const found: string[] = []
  for (const given of keys) {
    const { wait = 100, ...pressed } = typeof given === 'string' ? { key: given } : given
    at += wait
    const shortcut = read({ ...free, ...pressed }, at)
    if (shortcut) found.push(shortcut.name)
  }
  return found.join(' ')
}

test.each([
  [['/'], 'search'],
  [['?'], 'help'],
  [['n'], 'new'],
  [['g', 'f'], 'funds'],
  [['g', 'c'], 'contributions'],
  [['g', 'g', 'f'], 'funds'],
  [['g', 'x', 'f'], ''],
  [['f'], ''],
  [['g', 'n'], 'new'],
  [['g', 'f', 'f'], 'funds'],
  [['G', 'F'], ''],
] as const)('keys %j make: %s', (keys, expected) => {
  expect(made(...keys)).toBe(expected)
})

test('the second key must follow soon', () => {
  expect(made('g', { key: 'f', wait: patienceMs })).toBe('funds')
  expect(made('g', { key: 'f', wait: patienceMs + 1 })).toBe('')
})

test('keys held with Ctrl, Alt or Meta, and while a character is composed, are left alone', () => {
  for (const held of ['ctrlKey', 'metaKey', 'altKey', 'isComposing'] as const) {
    expect(made({ key: 'n', [held]: true })).toBe('')
    expect(made('g', { key: 'f', [held]: true })).toBe('')
  }
})

test('every shortcut has keys of its own, and none begins another', () => {
  const all = shortcutTable.map(({ keys }) => keys.join(' '))
  expect(new Set(all).size).toBe(all.length)
  const firsts = shortcutTable.flatMap(({ keys }) => (keys.length > 1 ? [keys[0]] : []))
  expect(all.filter((keys) => firsts.includes(keys))).toEqual([])
})
