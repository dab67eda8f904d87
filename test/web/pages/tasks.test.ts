/** Pages of background work: begun by a form or a button, watched, stopped, gone on with. */

import { expect, test } from 'vitest'
import { throughout } from '../../../src/book/registry.ts'
import { sha256Hex } from '../../../src/kit/digest.ts'
import { beginJournalImport } from '../../../src/tasks/commands.ts'
import { formIn, type Pages, pagesForTests } from './pages-for-tests.ts'

/** Follows a task until its page says that it is no longer under way. */
async function endOf(site: Pages, location: string | null): Promise<string> {
  const path = location!.replace('/b/relief', '')
  for (let tries = 0; tries < 1_000; tries += 1) {
    const { html } = await site.get(path)
    if (!html.includes('data-task-events')) return html
    await new Promise((go) => setTimeout(go, 2))
  }
  throw new Error(`${location} does not end.`)
}

/** The words of a page's content, without its marks. */
function textOf(html: string): string {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  return main
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

test('[K1] nothing begun yet: the list teaches what will stand there, and offers what the reader may begin', async () => {
  const site = await pagesForTests()
  const { status, html } = await site.get('/tasks')
  expect(status).toBe(200)
  expect(textOf(html)).toContain('Nothing has been begun yet')
  for (const path of ['/imports/journal', '/imports/grants', '/tasks/statements']) {
    expect(html).toContain(`href="/b/relief${path}"`)
  }
  const auditor = await site.get('/tasks', { role: 'auditor' })
  expect(auditor.html).not.toContain('/imports/journal')
  expect(auditor.html).toContain('Verify the book now')
  expect((await site.get('/tasks', { role: 'pairing_coordinator' })).status).toBe(403)
})

test('[K2] statements of several funds: asked once, whatever is clicked; the page tells each', async () => {
  const site = await pagesForTests()
  const form = await site.get('/tasks/statements')
  expect(form.html).toMatch(/value="care"[^>]*checked|checked[^>]*value="care"/)
  expect(form.html).toContain('value="2026-02-28"')
  const sent = { ...formIn(form.html), funds: 'care', from: '2026-03-01', to: '31', language: 'en' }
  const wrong = await site.send('/tasks/statements', sent)
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('value="2026-03-01"')
  const right = { ...sent, to: '2026/3/31' }
  const [one, two] = await Promise.all([
    site.send('/tasks/statements', right),
    site.send('/tasks/statements', right),
  ])
  expect([one.status, one.location]).toEqual([303, '/b/relief/tasks/1'])
  expect(two.location).toBe(one.location)
  const page = await endOf(site, one.location)
  expect(page).toContain('href="/b/relief/statements/CARE-2026-0001"')
  expect(textOf(page)).toContain('Issued: 1')
  const list = await site.get('/tasks', { language: 'zh-Hant' })
  expect(textOf(list.html)).toContain('已完成')
})

test('[K3] the book is verified by a button; the report stands on the page in three languages', async () => {
  const site = await pagesForTests()
  const { key } = formIn((await site.get('/tasks')).html)
  const { location } = await site.send('/tasks/verify', { key: key! })
  expect(textOf(await endOf(site, location))).toContain('The book is as it must be')
  const hans = await site.get('/tasks/1', { language: 'zh-Hans' })
  expect(textOf(hans.html)).toContain('账簿核验无误')
  expect(textOf((await site.get('/tasks/1', { language: 'zh-Hant' })).html)).toContain(
    '帳簿查驗無誤',
  )
})

const journal = '2026-03-31 Rent\n  Expenses:Rent\t12.50\n  Assets:Bank\n'
const mapping = JSON.stringify({
  fund: 'care',
  currency: 'CNY',
  accounts: [
    { match: 'Assets:Bank', role: 'bank' },
    { match: 'Expenses:*', class: 'expense' },
  ],
})

function files(given: Record<string, [string, string]>, fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const [name, [file, text]] of Object.entries(given)) {
    form.set(name, new File([text], file))
  }
  return form
}

test('[K4] a journal is imported by its form; files that are missing, wrong or too large are told', async () => {
  const site = await pagesForTests()
  const { key } = formIn((await site.get('/imports/journal')).html)
  const send = (given: Record<string, [string, string]>) =>
    site.upload('/imports/journal', files(given, { key: key! }))
  const none = await send({ journal: ['2026.journal', journal] })
  expect([none.status, textOf(none.html)]).toEqual([
    422,
    expect.stringMatching(/Choose a file\..*Files are not kept by a page/),
  ])
  const wrong = await send({ journal: ['2026.journal', journal], mapping: ['map.json', '{'] })
  expect([wrong.status, textOf(wrong.html)]).toEqual([422, expect.stringContaining('mapping')])
  const large = await send({ journal: ['x', 'x'.repeat(1_100_000)], mapping: ['m', mapping] })
  expect(large.status).toBe(413)
  const done = await send({ journal: ['../2026.journal', journal], mapping: ['map.json', mapping] })
  expect(done.status).toBe(303)
  const page = await endOf(site, done.location)
  expect(textOf(page)).toContain('Entries taken into the fund care: 1')
  expect(textOf(page)).toContain('File 2026.journal')
  const other = await site.get('/imports/journal', { role: 'auditor' })
  expect(other.status).toBe(403)
})

test('[K5] a file with problems is told line by line, and nothing is recorded', async () => {
  const site = await pagesForTests()
  const { key } = formIn((await site.get('/imports/journal')).html)
  const spoilt = `${journal}\n2026-03-31 Gift\n  Assets:Bank\tx\n  Income:Gifts\n`
  const sent = { journal: ['a.journal', spoilt], mapping: ['map.json', mapping] } as const
  const { location } = await site.upload(
    '/imports/journal',
    files(sent as unknown as Record<string, [string, string]>, { key: key! }),
  )
  const page = textOf(await endOf(site, location))
  expect(page).toContain('Not done')
  expect(page).toMatch(/Problems in the file: \d/)
})

test('[K6] task.other_file: after the server has ended, an import asks for the same file', async () => {
  const site = await pagesForTests()
  const reader = { role: 'fund_administrator' } as const
  await site.get('/tasks', reader)
  const caller = {
    actor: 'user:1',
    grants: throughout('fund_administrator'),
    readsNames: true,
  } as const
  const input = {
    file: '2026.journal',
    digest: sha256Hex(journal),
    mapping_file: 'map.json',
    mapping_digest: sha256Hex(mapping),
  }
  site.t.does(beginJournalImport, input, caller)
  const { html } = await site.get('/tasks/1', reader)
  expect(textOf(html)).toContain('Needs its file')
  expect(html).toContain('href="/b/relief/imports/journal?task=1"')
  const owner = await site.get('/tasks/1')
  expect(owner.html).not.toContain('task=1"')
  const form = formIn((await site.get('/imports/journal?task=1', reader)).html)
  expect(form.task).toBe('1')
  const send = (text: string) =>
    site.upload(
      '/imports/journal',
      files({ journal: ['2026.journal', text], mapping: ['map.json', mapping] }, form),
      reader,
    )
  const refused = await send(`${journal}\n`)
  expect([refused.status, textOf(refused.html)]).toEqual([
    409,
    expect.stringContaining('not the file'),
  ])
  const done = await send(journal)
  expect(done.location).toBe('/b/relief/tasks/1')
  expect(textOf(await endOf(site, done.location))).toContain('Entries taken')
})

test('[K7] a task under way is heard of as it goes, is stopped by a button, and refreshes without scripts', async () => {
  const site = await pagesForTests({
    background: { verify: () => new Promise(() => undefined) },
  })
  const { key } = formIn((await site.get('/tasks')).html)
  const { location } = await site.send('/tasks/verify', { key: key! })
  const page = await site.get('/tasks/1')
  expect(location).toBe('/b/relief/tasks/1')
  expect(page.html).toContain('<noscript><meta http-equiv="refresh" content="2"/></noscript>')
  expect(page.html).toContain('data-task-events="/b/relief/tasks/1/events"')
  const answer = await site.open('/tasks/1/events')
  expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/)
  const reading = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  const first = await reading.read()
  expect(first.value).toMatch(/^event: progress\ndata: .*Checking the database/)
  const stop = formIn(page.html).key!
  expect((await site.send('/tasks/1/stop', { key: stop })).status).toBe(303)
  await reading.cancel()
  expect(textOf((await site.get('/tasks/1')).html)).toContain('Stopping')
  const stranger = await site.fetch(new Request('http://localhost/b/relief/tasks/1/events'))
  expect(stranger.status).toBe(303)
})
