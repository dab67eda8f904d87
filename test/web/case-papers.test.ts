/** Papers of cases as files: who gets which, with whose names, and that they say what stands in the book. */
import { afterEach, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { readXlsxRows } from '../../src/exchange/xlsx.ts'
import { removeLine } from '../../src/hardship/batches/preparing.ts'
import { release } from '../../src/hardship/batches/releasing.ts'
import { recordResult } from '../../src/hardship/batches/results.ts'
import { close } from '../../src/hardship/sittings/closing.ts'
import { vote } from '../../src/hardship/sittings/voting.ts'
import { parseChineseAmount } from '../../src/kit/words.ts'
import { declare } from '../../src/people/interest-commands.ts'
import { seal } from '../../src/people/sealed-commands.ts'
import type { CaseFile } from '../../src/statements/papers/case-file.ts'
import type { Minutes } from '../../src/statements/papers/minutes.ts'
import type { NoticeSheet } from '../../src/statements/papers/notice-sheet.ts'
import type { Paper } from '../../src/statements/papers/paper.ts'
import type { Roster } from '../../src/statements/papers/roster.ts'
import type { Slips } from '../../src/statements/papers/slips.ts'
import { readAttachment } from '../../src/statements/pdf/read.ts'
import { paidBook, ref } from '../hardship/batches/scene.ts'
import type { HardshipBook } from '../hardship/hardship-for-tests.ts'
import { noticeBook } from '../hardship/notices/notice-scene.ts'
import { sits, sittingBook } from '../hardship/sittings/scene.ts'
import { pagesOf } from '../statements/paper.ts'
import { addToken, base, offerFor, secretOf } from './site.ts'

const open: HardshipBook[] = []
afterEach(() => {
  for (const { t } of open.splice(0)) t.close()
})

/** A book behind its interface, with a token for each who asks. */
function served<B extends HardshipBook>(book: B) {
  open.push(book)
  const app = createApp(book.t.book, offerFor(book.t, []))
  const { t } = book
  addToken(t, 'reader', { role: 'fund_administrator', reads_names: true })
  addToken(t, 'masked', { role: 'auditor' })
  addToken(t, 'coordinator', { role: 'pairing_coordinator' })
  addToken(t, 'far', { role: 'fund_administrator', unit: 'far', reads_names: true })
  const get = async (path: string, who = 'reader') => {
    const headers = { authorization: `Bearer ${secretOf(who)}` }
    return app.fetch(new Request(`http://localhost${base}${path}`, { headers }))
  }
  const bytes = async (path: string, who?: string) => {
    const answer = await get(path, who)
    expect([path, answer.status]).toEqual([path, 200])
    return new Uint8Array(await answer.arrayBuffer())
  }
  const paper = async <P extends Paper>(path: string, name: string, who?: string) => {
    const file = await bytes(path, who)
    const document = JSON.parse(new TextDecoder().decode(readAttachment(file, name))) as P
    const text = (await pagesOf(file)).map((page) => page.text).join('\n')
    return { document, text }
  }
  return { ...book, get, bytes, paper }
}

describe('[P8] the roster of a batch', () => {
  test('is its standing lines, and its total that of the release, the journal and the words', async () => {
    const b = served(paidBook())
    const cases = b.awarded(4)
    for (const [at, id] of cases.entries()) {
      const party = ref(b.theCase(id).beneficiary_id)
      const number = ['11010519491231002X', '11010519491231002X'][at]
      if (number) b.t.does(seal, { party, field: 'identity_number', value: number })
    }
    const batch = b.prepared()
    b.t.does(removeLine, { batch, line: 2, reason: 'Moved away' } as never, b.as.administrator)
    const draft = await b.paper<Roster>(`/batches/${batch}/roster.pdf`, 'roster.json')
    expect(draft.document).toMatchObject({ released: null, total_minor: 150_000 })
    expect(draft.text).toContain('Not released yet')
    b.t.does(release, { batch }, b.as.secondAdministrator)
    const path = `/batches/${batch}/roster.pdf?language=zh-Hans`
    const { document, text } = await b.paper<Roster>(path, 'roster.json')
    expect(document.lines.map(({ serial }) => serial)).toEqual([1, 3, 4])
    expect(document.lines[0]).toMatchObject({
      name: 'Person 1',
      identity: '110····002X',
      category: '困难帮扶',
      amount_minor: 50_000,
    })
    expect(document.lines[0]!.account).toMatch(/^····\d{4}$/)
    const row = b.t.book.store.first('select total_minor, digest, entry_id from batch_release', [])!
    expect(document.total_minor).toBe(row.total_minor)
    expect(document.released).toMatchObject({ digest: row.digest, entry: row.entry_id })
    expect(b.balance('payment_clearing')).toBe(document.total_minor)
    const words = /合计（大写）：(人民币\S+)/.exec(text)![1]!
    expect(Number(parseChineseAmount(words))).toBe(document.total_minor)
  })

  test('says what came of each line, with the entry of the payment', async () => {
    const b = served(paidBook())
    b.awarded(2)
    const batch = b.released()
    const said = (line: number, outcome: 'paid' | 'rejected') => ({
      batch,
      line,
      outcome,
      ...(outcome === 'rejected' ? { cause: 'account_wrong' } : {}),
    })
    b.t.does(recordResult, said(1, 'paid') as never, b.as.administrator)
    b.t.does(recordResult, said(2, 'rejected') as never, b.as.administrator)
    const { document } = await b.paper<Roster>(`/batches/${batch}/roster.pdf`, 'roster.json')
    expect(document.lines.map(({ result }) => result)).toEqual(['paid', 'rejected'])
    const paid = b.t.book.store.first('select entry_id from payout', [])!
    expect(document.lines[0]!.entry).toBe(paid.entry_id)
  })

  test('is a workbook too, and slips for each line', async () => {
    const b = served(paidBook())
    b.awarded(3, { form: 'cash' })
    const batch = b.released({ form: 'cash' })
    const rows = await readXlsxRows(await b.bytes(`/batches/${batch}/roster.xlsx`))
    expect(rows.find(([first]) => first === 'Total')).toContainEqual({ number: '1500.00' })
    const { document, text } = await b.paper<Slips>(`/batches/${batch}/slips.pdf`, 'slips.json')
    expect(document.slips.map((one) => one.name)).toEqual(['Person 1', 'Person 2', 'Person 3'])
    expect(document.slips.every(({ account }) => account === null)).toBe(true)
    expect(text.split('Payee’s signature').length - 1).toBe(3)
  })

  test('shows masked names to who reads none, and nothing to others', async () => {
    const b = served(paidBook())
    const [id] = b.awarded(1)
    const party = ref(b.theCase(id!).beneficiary_id)
    b.t.does(seal, { party, field: 'identity_number', value: '11010519491231002X' })
    const batch = b.released()
    const path = `/batches/${batch}/roster.pdf`
    const { document } = await b.paper<Roster>(path, 'roster.json', 'masked')
    expect(document.lines[0]).toMatchObject({
      name: 'P. 1.',
      identity: null,
      account: null,
      bank: null,
    })
    for (const file of ['roster.pdf', 'roster.xlsx', 'slips.pdf']) {
      expect((await b.get(`/batches/${batch}/${file}`, 'coordinator')).status).toBe(403)
      expect((await b.get(`/batches/${batch}/${file}`, 'far')).status).toBe(404)
      expect((await b.get(`/batches/B-2026-0099/${file}`)).status).toBe(404)
    }
  })
})

describe('[P9] the sheet of a notice', () => {
  test('is the list as it was frozen, masked for whoever asks', async () => {
    const b = served(noticeBook())
    const { cases } = b.submitRound(3)
    b.toNotice(cases)
    const notice = b.putUp(cases)
    const path = `/notices/${notice}/sheet.pdf`
    const { document, text } = await b.paper<NoticeSheet>(path, 'notice.json')
    const kept = b.t.book.store.first('select digest, last_on from notice', [])!
    expect(document).toMatchObject({ list_digest: kept.digest, last_on: kept.last_on, days: 5 })
    expect(document.lines.map((one) => [one.serial, one.name, one.amount_minor])).toEqual([
      [1, 'P. 1.', 50_000],
      [2, 'P. 2.', 50_000],
      [3, 'P. 3.', 50_000],
    ])
    expect(document.frame.mark).toBe('public')
    expect(text).not.toContain('Person 1')
    expect(text).toContain('Office of the fund')
    expect((await b.get(path, 'far')).status).toBe(404)
    expect((await b.get('/notices/99/sheet.pdf')).status).toBe(404)
  })
})

describe('[P10] the minutes of a sitting', () => {
  test('say who was there, who stood aside, and each vote with its amounts', async () => {
    const b = served(sittingBook())
    const [wang, li] = b.families
    const one = b.submitCase({ beneficiary: wang.head })
    const other = b.submitCase({ beneficiary: li.head, amount: '250.00', instalments: 3 })
    b.t.does(declare, { party: wang.head, kind: 'friendship' }, b.as.member1)
    const present = ['member1', 'member2', 'member3', 'member4'] as const
    const sitting = sits(b, { present: [...present] })
    const proposal = 'approve' as const
    const put = { sitting, cases: [one, other], proposal, split: true }
    b.t.does(vote, put, b.as.administrator)
    const path = `/sittings/${sitting}/minutes.pdf`
    const before = await b.paper<Minutes>(path, 'minutes.json')
    expect(before.text).toContain('not final')
    const { digest } = b.t.does(close, { sitting }, b.as.administrator).output
    const { document, text } = await b.paper<Minutes>(path, 'minutes.json')
    expect(document.digest).toBe(digest)
    expect(document.quorum).toEqual({ needed: 3, met: true })
    expect(document.recusals).toMatchObject([{ name: 'Officer member1', ground: 'known' }])
    expect(
      document.ballots.map(({ members, present, carried }) => [members, present, carried]),
    ).toEqual([
      [5, 4, true],
      [4, 3, true],
    ])
    expect(text).toContain('250.00 × 3')
    expect(text).toContain('seven hundred and fifty yuan')
    const { document: masked } = await b.paper<Minutes>(path, 'minutes.json', 'masked')
    expect(JSON.stringify(masked)).not.toMatch(/Officer|Wang/)
    expect((await b.get(path, 'coordinator')).status).toBe(403)
    expect((await b.get('/sittings/99/minutes.pdf')).status).toBe(404)
  })
})

describe('[P11] the file of a case', () => {
  test('holds the application, the opinions, the award and the entries', async () => {
    const b = served(paidBook())
    const [id] = b.awarded(1)
    b.released()
    const path = `/cases/${id}/file.pdf`
    const { document, text } = await b.paper<CaseFile>(path, 'case.json')
    expect(document).toMatchObject({
      cause: 'Low income',
      certified: true,
      amount_minor: 50_000,
      award: { amount_minor: 50_000 },
    })
    expect(document.fields.find(({ field }) => field === 'household_income')?.value).toBe(
      '18,000.00',
    )
    expect(document.opinions.map(({ kind }) => kind)).toEqual(['branch', 'approval'])
    const entries = b.t.book.store.all('select entry_id as id from instalment', [])
    expect(document.entries.map(({ entry }) => entry)).toEqual(entries.map((one) => one.id))
    expect(text).toContain('INTERNAL')
    const { document: masked } = await b.paper<CaseFile>(path, 'case.json', 'masked')
    expect(JSON.stringify(masked)).not.toMatch(/Person 1|18,000/)
    expect((await b.get(path, 'far')).status).toBe(404)
    expect((await b.get(path, 'coordinator')).status).toBe(403)
    expect((await b.get('/cases/999/file.pdf')).status).toBe(404)
  })

  test('of a fresh case leaves its opinions to be signed', async () => {
    const b = served(paidBook())
    const id = b.submitCase({ cause_text: 'Dialysis' })
    for (const language of ['en', 'zh-Hans', 'zh-Hant']) {
      const path = `/cases/${id}/file.pdf?language=${language}`
      const { document } = await b.paper<CaseFile>(path, 'case.json')
      expect(document.opinions.map(({ on }) => on)).toEqual([null, null])
      expect(document.cause_text).toBe('Dialysis')
      expect(document.entries).toEqual([])
    }
  })
})
