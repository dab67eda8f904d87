/** Keyboard shortcuts: one table for the keys themselves and for the page that lists them. */

/** What a shortcut does: goes to a place of the navigation, or acts on the page. */
export type ShortcutName =
  | 'home'
  | 'funds'
  | 'contributions'
  | 'payouts'
  | 'people'
  | 'statements'
  | 'ledger'
  | 'audit'
  | 'tasks'
  | 'search'
  | 'new'
  | 'help'

export interface Shortcut {
  readonly name: ShortcutName
  /** Pressed one after the other. */
  readonly keys: readonly string[]
  /** Below the book, for those that go somewhere. */
  readonly path?: string
}

export const shortcutTable: readonly Shortcut[] = [
  { name: 'search', keys: ['/'] },
  { name: 'new', keys: ['n'] },
  { name: 'help', keys: ['?'] },
  { name: 'home', keys: ['g', 'h'], path: '' },
  { name: 'funds', keys: ['g', 'f'], path: '/funds' },
  { name: 'contributions', keys: ['g', 'c'], path: '/contributions' },
  { name: 'payouts', keys: ['g', 'p'], path: '/payouts' },
  { name: 'people', keys: ['g', 'e'], path: '/people' },
  { name: 'statements', keys: ['g', 's'], path: '/statements' },
  { name: 'ledger', keys: ['g', 'l'], path: '/ledger' },
  { name: 'audit', keys: ['g', 'a'], path: '/audit' },
  { name: 'tasks', keys: ['g', 't'], path: '/tasks' },
]

/** The second key must follow the first within this time. */
export const patienceMs = 1_500

/** A key as it was pressed, with what else was held down. */
export interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
}

/**
 * Follows keys and answers the shortcut that they make. Keys held with Ctrl, Alt or Meta are the browser's and
 * the screen reader's own; while a character is being composed (Chinese, Japanese) nothing is a shortcut.
 */
export function shortcutReader(): (pressed: Pressed, at: number) => Shortcut | undefined {
  let before = ''
  let last = Number.NEGATIVE_INFINITY
  return ({ key, ctrlKey, metaKey, altKey, isComposing }, at) => {
    const first = at - last <= patienceMs ? before : ''
    before = ''
    if (ctrlKey || metaKey || altKey || isComposing) return undefined
    const made = (keys: readonly string[]) =>
      shortcutTable.find((one) => one.keys.join(' ') === keys.join(' '))
    const found = (first === '' ? undefined : made([first, key])) ?? made([key])
    if (!found && shortcutTable.some(({ keys }) => keys.length > 1 && keys[0] === key)) {
      before = key
      last = at
    }
    return found
  }
}
