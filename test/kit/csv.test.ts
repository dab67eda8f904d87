import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { neutralise } from '../../src/kit/csv.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+1+1', "'+1+1"],
  ['-1+1', "'-1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['\n=1', "'\n=1"],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠A1', "'＠A1"],
  ['-2+3+cmd|" /C calc"!A0', '\'-2+3+cmd|" /C calc"!A0'],
  ['-', "'-"],
  ['-1e5', "'-1e5"],
  ['−12.50', '−12.50'],
  ['-12.50', '-12.50'],
  ['+12', '+12'],
  ['12.50', '12.50'],
  ['张小明', '张小明'],
  ['a=b', 'a=b'],
  ['', ''],
])('%j becomes %j', (cell, safe) => {
  expect(neutralise(cell)).toBe(safe)
})

test('a cell survives the file, and none starts a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2 }), (cells) => {
      const safe = cells.map(neutralise)
      const [read = []]: string[][] = parse(stringify([safe], { quoted: true }))
      expect(read).toEqual(safe)
      for (const [place, cell] of read.entries()) {
        expect([cells[place], `'${cells[place]}`]).toContain(cell)
        expect(cell).not.toMatch(/^[=@\t\r\n＝＋－＠]/)
      }
    }),
  )
})
