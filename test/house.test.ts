/** The house inspects itself: floors, doors, lengths, tests for every command and every refusal. */
import { describe, expect, it } from 'vitest'
import { registry } from '../src/registry.ts'
import {
  doors,
  floors,
  hosts,
  longestFile,
  longestFunction,
  longestTestFile,
  longFiles,
  longFunctions,
  templatesMayUse,
  topLevel,
} from './house/plan.ts'
import { filesOf, functionsOf, importsOf, isCode, standingAtTheTop, textOf } from './house/tree.ts'

const code = filesOf('src', 'db', 'templates').filter(isCode)
const itself = 'test/house.test.ts'
const tests = filesOf('test').filter((path) => isCode(path) && path !== itself)

/** The room that a file belongs to, with its floor; undefined beside the floors. */
function roomOf(path: string): { room: string; floor: number } | undefined {
  for (const [floor, rooms] of floors.entries()) {
    const room = rooms.find((name) => path === name || path.startsWith(`${name}/`))
    if (room !== undefined) return { room, floor }
  }
  return undefined
}

function breachOf(from: string, to: string): string | undefined {
  const user = roomOf(from)
  const used = roomOf(to)
  if (from.startsWith('templates/')) {
    const allowed = !to.startsWith('src/') || templatesMayUse.includes(to)
    return allowed ? undefined : 'a template uses view values and nothing else'
  }
  if (!user || !used || user.room === used.room) return undefined
  if (used.floor > user.floor) return `${used.room} is above ${user.room}`
  const host = hosts.some((name) => user.room.startsWith(name))
  if (used.floor === user.floor && !host) return `${used.room} is on the same floor`
  const door = doors[used.room]
  const file = to.slice(used.room.length + 1).replace(/\.tsx?$/, '')
  if (door && !door.includes(file)) return `${file} is inside ${used.room}`
  return undefined
}

describe('the floors (design section 9)', () => {
  it('hold every file of the house', () => {
    const beside = code.filter((path) => !roomOf(path) && !path.startsWith('templates/'))
    expect(beside).toEqual([])
  })

  it('use those below them, never one above, and rooms keep their insides to themselves', () => {
    const breaches = code.flatMap((from) =>
      importsOf(from).flatMap((to) => {
        const why = breachOf(from, to)
        return why === undefined ? [] : [{ pair: `${from} > ${to}`, why }]
      }),
    )
    expect(breaches).toEqual([])
  })

  it('have doors that are there', () => {
    const missing = Object.entries(doors).flatMap(([room, names]) =>
      names.map((name) => `${room}/${name}.ts`).filter((path) => !code.includes(path)),
    )
    expect(missing).toEqual([])
  })

  it('every import of ours names its file', () => {
    const nowhere = [...code, ...tests].flatMap((from) =>
      importsOf(from)
        .filter((to) => !/\.(ts|tsx|mjs|cjs|js|json|sql|css|d\.ts)$/.test(to))
        .map((to) => `${from} > ${to}`),
    )
    expect(nowhere).toEqual([])
  })
})

describe('the rules of the house', () => {
  it('[rule 1] only src/ledger/post.ts writes entries and postings', () => {
    const writes =
      /insert\(\s*[\w.#]+,\s*'(entry|posting)'|insertInto\('(entry|posting)'\)|insert\s+(or \w+\s+)?into\s+"?(entry|posting)"?\s*\(/i
    const writers = code.filter((path) => writes.test(textOf(path)))
    expect(writers).toEqual(['src/ledger/post.ts'])
  })

  it('[rule 12] no room reads the clock, randomness or the environment', () => {
    const reads =
      /Date\.now\(|new Date\(\)|performance\.now\(|Math\.random\(|process\.(env|hrtime)|getRandomValues|random(Bytes|UUID|Int)\(|setTimeout\(|setInterval\(/
    const found = code
      .filter((path) => !hosts.some((host) => path.startsWith(host)))
      .filter((path) => reads.test(textOf(path)))
    expect(found).toEqual([])
  })

  it('[rule 5] no transaction waits', () => {
    const waiting = /\.transaction\(\s*async\b/
    expect(code.filter((path) => waiting.test(textOf(path)))).toEqual([])
  })

  it('what runs on both hosts uses nothing of Node that a Worker lacks', () => {
    const shared = [
      'src/kit/',
      'src/book/',
      'src/ledger/',
      'src/people/',
      'src/funds/',
      'src/access/',
      'src/web/',
    ]
    const nodeOnly = /from 'node:(fs|path|os|child_process|worker_threads|net|http)/
    const found = code
      .filter((path) => shared.some((room) => path.startsWith(room)))
      .filter((path) => nodeOnly.test(textOf(path)))
    expect(found).toEqual([])
  })

  it('no words that put work off, no type that says nothing', () => {
    const off = ['TO' + 'DO', 'FIX' + 'ME', 'HA' + 'CK']
    const words = new RegExp(`\\b(${off.join('|')})\\b|@ts-(ignore|nocheck|expect-error)`)
    const nothing = /:\s*any\b(?!\w)|\bas any\b|<any[,>[]/
    const found: string[] = []
    for (const path of [
      ...code,
      ...tests,
      ...filesOf('db').filter((name) => name.endsWith('.sql')),
    ]) {
      textOf(path)
        .split('\n')
        .forEach((line, position, lines) => {
          const excused = /biome-ignore lint\/suspicious\/noExplicitAny: \w/.test(
            lines[position - 1] ?? '',
          )
          const comment = /^\s*(\*|\/\*|\/\/|--)/.test(line)
          if (words.test(line) || (nothing.test(line) && !excused && !comment)) {
            found.push(`${path}:${position + 1}`)
          }
        })
    }
    expect(found).toEqual([])
  })

  it('nothing but what is listed stands at the top level', () => {
    expect(standingAtTheTop().filter((name) => !topLevel.includes(name))).toEqual([])
  })
})

describe('lengths, which may only shrink', () => {
  it(`a file has at most ${longestFile} lines, a test ${longestTestFile}`, () => {
    const lengths = new Map(
      [...code, ...tests].map((path) => [path, textOf(path).trimEnd().split('\n').length]),
    )
    const most = (path: string) => (path.startsWith('test/') ? longestTestFile : longestFile)
    const over = [...lengths].filter(([path, length]) => length > (longFiles[path] ?? most(path)))
    expect(over).toEqual([])
    const needless = Object.keys(longFiles).filter((path) => (lengths.get(path) ?? 0) <= most(path))
    expect(needless).toEqual([])
  })

  it(`a function has at most ${longestFunction} lines`, () => {
    const longest = new Map<string, number>()
    for (const path of code) {
      for (const { name, lines } of functionsOf(path)) {
        if (lines > longestFunction) longest.set(`${path} ${name}`, lines)
      }
    }
    const over = [...longest].filter(([name, lines]) => lines > (longFunctions[name] ?? 0))
    expect(over).toEqual([])
    expect(Object.keys(longFunctions).filter((name) => !longest.has(name))).toEqual([])
  })
})

describe('every act and every refusal has a test', () => {
  const told = filesOf('test')
    .filter((path) => !path.startsWith('test/house') && /\.(tsx?|txt|json)$/.test(path))
    .map(textOf)
    .join('\n')

  it('a test names each command', () => {
    const commands = [...registry.commands, ...registry.pageCommands]
    const unnamed = commands.map(({ name }) => name).filter((name) => !told.includes(name))
    expect(unnamed).toEqual([])
  })

  it('commands and queries have names and routes of their own', () => {
    const all = [...registry.commands, ...registry.queries]
    const names = [...all, ...registry.pageCommands].map(({ name }) => name)
    const routes = all.map(({ route }) => `${route.method} ${route.path.replace(/\{\w+\}/g, '{}')}`)
    expect(names).toEqual([...new Set(names)])
    expect(routes).toEqual([...new Set(routes)])
    expect(names.filter((name) => !/^[a-z_]+\.[a-z_]+$/.test(name))).toEqual([])
  })

  const named = code.flatMap((path) =>
    [...textOf(path).matchAll(/\brefusal(?:<[^()]*?>)?\(\s*'([^']+)'/g)].map(([, found]) => found!),
  )

  it('a refusal is named once, as noun and state', () => {
    expect(named.length).toBeGreaterThan(60)
    expect(named.filter((found, position) => named.indexOf(found) !== position)).toEqual([])
    expect(named.filter((found) => !/^[a-z_]+(\.[a-z_0-9]+)+$/.test(found))).toEqual([])
  })

  it('a test names each refusal', () => {
    expect(named.filter((found) => !told.includes(found))).toEqual([])
  })
})
