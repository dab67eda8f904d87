/** Importing a hundred thousand people with their sealed fields, and finding them again. */
import { ask, type Book, perform } from '../../src/book/book.ts'
import type { Caller } from '../../src/book/registry.ts'
import { importRows } from '../../src/exchange/people-import.ts'
import { chunksOf, readPeople, sheetRow } from '../../src/exchange/people-sheet.ts'
import { masterKeysOf } from '../../src/kit/master-keys.ts'
import { residentIdCheck } from '../../src/kit/resident-id.ts'
import { freshKey, hostCaller } from '../../src/node.ts'
import { list } from '../../src/people/queries.ts'
import { add } from '../../src/people/unit-commands.ts'
import { everything } from '../../src/work/search.ts'
import { benchBook, does } from './bench-book.ts'
import { type Bench, type Figure, freshFolder, median, timed } from './measure.ts'

const people = 100_000
const units = 50
const importLimitMs = 60_000
const searchLimitMs = 30

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'
const given =
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲红建国华志梅玉春晓燕鹏宇浩然子轩梓涵欣怡佳诚博雅思琪雨泽一诺天佑嘉懿煜城鑫淼淑珍宝珠德福寿禄安康永昌'

function of(text: string, n: number): string {
  const all = [...text]
  return all[n % all.length]!
}

/** Some 120,000 names are possible; each is met once or twice, as in a county. */
function nameOf(n: number): string {
  const second = n % 7 === 0 ? '' : of(given, Math.floor(n / 40))
  return `${of(surnames, n)}${of(given, n * 31 + Math.floor(n / 97))}${second}`
}

function lineOf(n: number): string {
  const [year, month, dayOfMonth] = [1940 + (n % 60), (n % 12) + 1, (n % 28) + 1]
  const day = [year, month, dayOfMonth].map((part) => String(part).padStart(2, '0')).join('')
  const digits = `1101${String((n % 97) + 1).padStart(2, '0')}${day}${String(n % 1000).padStart(3, '0')}`
  const number = digits + residentIdCheck(digits)
  const born = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`
  const phone = `138${String(n).padStart(8, '0')}`
  const account = `62220${String(n).padStart(11, '0')}`
  const unit = `branch-${n % units}`
  return `${nameOf(n)},${unit},2024-03-01,${born},${number},${phone},${account},中国银行东城支行,东城区${n}号,E${n}`
}

export function fileOf(): Uint8Array {
  const head =
    'Name,Home unit code,Member from,Birth date,Document number,Phone,Bank account,Bank and branch,Address,Number elsewhere'
  const lines = Array.from({ length: people }, (_, n) => lineOf(n + 1))
  return new TextEncoder().encode([head, ...lines].join('\r\n'))
}

async function imported(book: Book, bytes: Uint8Array): Promise<{ ms: number; longest: number }> {
  const start = performance.now()
  const limits = { fileBytes: bytes.length, unpackedBytes: bytes.length }
  const sheet = await readPeople(bytes, limits)
  let longest = 0
  for (const rows of chunksOf(sheet, (place) => sheetRow(sheet, place))) {
    const input = { rows, region: 'CN' }
    const key = freshKey()
    const ms = timed(() => perform(book, { command: importRows, input, key, caller: hostCaller }))
    longest = Math.max(longest, ms)
  }
  return { ms: performance.now() - start, longest }
}

const searches = ['王', '王伟', '伟', 'wx', 'zhangm', 'wangxiao', 'x', '查无此人', 'E4711', 'smith']

/** Who reaches one unit of the fifty. */
function ofOneUnit(book: Book): Caller {
  const row = book.store.first("select id from unit where code = 'branch-7'", [])!
  const grant = { role: 'fund_administrator', unit: row.id } as Caller['grants'][number]
  return { actor: 'host:unit', grants: [grant], readsNames: true }
}

function slowest(book: Book, caller: Caller): { ms: number; search: string } {
  const found = searches.map((q) => {
    const once = () =>
      timed(() => {
        ask(book, everything, { q }, caller)
        ask(book, list, { q, limit: 50 }, caller)
      })
    once()
    return { search: q, ms: median([once(), once(), once()]) }
  })
  return found.toSorted((a, b) => b.ms - a.ms)[0]!
}

function figure(name: string, measured: number, limit: number): Figure {
  const ratio = measured / limit
  return {
    name,
    measured,
    unit: 'ms',
    limit,
    limitName: 'promised',
    ratio,
    target: '≤ 1',
    ok: ratio <= 1,
  }
}

export const peopleBench: Bench = {
  name: 'people',
  run: async (log) => {
    const opened = await benchBook(freshFolder('people'))
    const book = { ...opened.book, masterKeys: masterKeysOf([new Uint8Array(32).fill(7)]) }
    for (let n = 0; n < units; n += 1) {
      does(book, add, { unit: `branch-${n}`, name: `Branch ${n}`, kind: 'branch' })
    }
    const { ms, longest } = await imported(book, fileOf())
    const { n } = book.store.first('select count(*) as n from party', [])!
    log(
      `${n} parties; the longest transaction of the import held others up for ${longest.toFixed(0)} ms`,
    )
    const all = slowest(book, hostCaller)
    const unit = slowest(book, ofOneUnit(book))
    log(`the slowest search is "${all.search}", and "${unit.search}" within one unit`)
    opened.close()
    return [
      figure(`import of ${people} people, sealed fields and all`, ms, importLimitMs),
      figure('search and list of people, the slowest of ten', all.ms, searchLimitMs),
      figure('the same within one unit of fifty', unit.ms, searchLimitMs),
    ]
  },
}
