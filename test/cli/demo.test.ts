/** The demonstration, as a newcomer runs it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine, heard, makeBook } from './care-ledger.ts'

const line = commandLine()

test('demo --once makes, states and verifies, each figure equal to the column of the file', async () => {
  const { code, out, err } = await line.run(['demo', '--once'])
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain('templates/demo/grants.csv: Andrew Lloyd Webber Foundation, CC BY 4.0')
  expect(out).toContain('The column adds up to 21,757,793.27 GBP')
  expect(out).toContain('paid out 21,757,793.27 GBP = the column of the file')
  expect(out).toContain('paid out 1,387,196.00 GBP = the column of the file')
  expect(out.match(/nothing is wrong with it/g)?.length).toBe(3)
  expect(out).not.toMatch(/FAIL|not the column/)
  const [, papers] = /(books\/demo-papers\/\S+-0001-en\.pdf)/.exec(out)!
  expect(readFileSync(join(line.folder, papers!)).length).toBeGreaterThan(100_000)
})

test('again it starts afresh, says so, and serves the book to the token that it prints', async () => {
  const child = line.start(['demo', '--port', '0'])
  let out = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  const closed = new Promise((resolve) => child.once('close', resolve))
  const [, base = ''] = await heard(child, /at (http:\S+)\/.*Stop it with Ctrl-C/s)
  expect(out).toContain('The demo book of an earlier run was removed.')
  const [secret] = /clt_[\w-]{43}/.exec(out)!
  const answer = await fetch(`${base}/b/demo/api/v1/funds/music`, {
    headers: { authorization: `Bearer ${secret}` },
  })
  expect(await answer.json()).toMatchObject({ fund: 'music', money: '3242206.73', currency: 'GBP' })
  child.kill('SIGINT')
  expect(await closed).toBe(0)
})

test('a book that somebody else named demo stays', async () => {
  await makeBook(line, './mine/demo.db')
  const { code, err } = await line.run(['demo', '--once', '--books', 'mine'])
  expect([code, err]).toEqual([
    1,
    expect.stringMatching(/belongs to Riverside Mutual Aid, .*\[demo\.book_in_use\]/),
  ])
  expect(existsSync(join(line.folder, 'mine/demo.db'))).toBe(true)
})
