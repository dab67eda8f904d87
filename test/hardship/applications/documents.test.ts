/** Documents of cases: sealed, read by few, verified by another hand. */
import { afterAll, describe, expect, it } from 'vitest'
import { callerOfCode } from '../../../src/hardship/applications/codes.ts'
import { add, content, list, verify } from '../../../src/hardship/applications/document-commands.ts'
import { verifiedAmountOf } from '../../../src/hardship/applications/documents.ts'
import { addToDraft, saveDraft, takeFromDraft } from '../../../src/hardship/applications/drafts.ts'
import { addDocumentToSent, send } from '../../../src/hardship/applications/sending.ts'
import type { CaseDocumentId, CaseId } from '../../../src/kit/ids.ts'
import { pdfFile, pngFile } from '../../kit/documents.ts'
import { hardshipBook } from '../hardship-for-tests.ts'
import { codeFor, wholeAnswers } from './scene.ts'

const scene = hardshipBook()
const { t, as } = scene
afterAll(t.close)

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const bill = pdfFile('(Wang Wei paid 1,234.50)')
const id = scene.submitCase()
const given = { case: id, kind: 'bill', name: 'Wang Wei, bill.pdf', content: base64(bill) } as const

describe('documents', () => {
  it('lie sealed in parts, and come back to the byte', () => {
    const { document } = t.does(add, given, as.administrator).output
    const told = t.asks(content, { document }, as.auditor)
    expect(Buffer.from(told.content, 'base64').equals(bill)).toBe(true)
    expect(told).toMatchObject({ name: 'Wang Wei, bill.pdf', media_type: 'application/pdf' })
    const { ciphertext } = t.book.store.first('select * from case_document_part', [])!
    expect(Buffer.from(ciphertext as Uint8Array).includes('Wang')).toBe(false)
  })

  it('larger than a part are put together again', () => {
    const large = Buffer.concat([pngFile(), Buffer.alloc(2_500_000, 9)])
    const sent = { ...given, kind: 'damage', name: 'roof.png', content: base64(large) } as const
    const { document } = t.does(add, sent, as.administrator).output
    const parts = t.book.store.all('select * from case_document_part where document_id = ?', [
      document,
    ])
    expect(parts).toHaveLength(3)
    const told = t.asks(content, { document }, as.administrator)
    expect(Buffer.from(told.content, 'base64').equals(large)).toBe(true)
  })

  it('are refused by what they are', () => {
    const refused = (sent: object) => t.refuses(add, { ...given, ...sent }, as.administrator).code
    expect(refused({ content: base64(pdfFile('<< /S /JavaScript >>')) })).toBe('document.active')
    expect(refused({ name: 'bill.png' })).toBe('document.not_its_kind')
    expect(refused({ content: '????' })).toBe('document.content')
    expect(refused({ case: 999 })).toBe('case.unknown')
  })

  it('are read by who may read names and reaches the case', () => {
    const nameless = { ...as.administrator, readsNames: false }
    const { documents } = t.asks(list, { case: id }, nameless)
    expect(documents.map(({ name }) => name)).toEqual(['***', '***'])
    const { document } = documents[0]!
    const grants = [{ role: 'fund_administrator' as const, unit: scene.units.far }]
    const codes = [nameless, { ...as.administrator, grants }].map((caller) => {
      try {
        t.asks(content, { document }, caller)
        return 'told'
      } catch (error) {
        return (error as { code: string }).code
      }
    })
    expect(codes).toEqual(['document.names', 'document.unknown'])
  })

  it('have their amounts verified by another hand, the newest of each counting', () => {
    const { document } = t.asks(list, { case: id }, as.approver).documents[0]!
    expect(verifiedAmountOf(t.book.store, id as CaseId)).toBeNull()
    const said = { document, amount: '1234.50' }
    expect(t.refuses(verify, said, as.administrator).code).toBe('document.own_hand')
    t.does(verify, { ...said, amount: '2000' }, as.approver)
    t.does(verify, said, as.secondAdministrator)
    expect(verifiedAmountOf(t.book.store, id as CaseId)).toBe(123_450)
    const identity = { ...given, kind: 'identity' } as const
    const card = t.does(add, identity, as.administrator).output.document
    expect(t.refuses(verify, { ...said, document: card }, as.approver).code).toBe(
      'document.no_amount',
    )
  })

  it('are twenty at most', () => {
    const other = scene.submitCase({ beneficiary: scene.families[1].head })
    const sent = { ...given, case: other, content: base64(pngFile()), name: 'x.png' }
    for (let at = 0; at < 20; at += 1) t.does(add, sent, as.administrator)
    expect(t.refuses(add, sent, as.administrator).code).toBe('document.too_many')
  })
})

describe('documents of an application', () => {
  const made = codeFor(scene, scene.families[2].head)
  const photo = Buffer.concat([pngFile(), Buffer.alloc(1_100_000, 5)])
  const paper = { kind: 'diagnosis', name: 'hospital.png', media_type: 'image/png' } as const

  it('are added, taken out again, and go with it when it is sent', () => {
    const added = () =>
      saveDraft(t.book, made.code(), (draft, sealing) => ({
        values: wholeAnswers,
        documents: addToDraft(sealing, made.code(), draft, { ...paper, content: photo }),
      }))
    added()
    expect(added().documents).toHaveLength(2)
    const { saved_at } = saveDraft(t.book, made.code(), (draft, sealing) => ({
      ...draft,
      documents: takeFromDraft(sealing, made.code(), draft, 1),
    }))
    const sent = t.does(send, { saved_at }, callerOfCode(made.code())).output.case
    const { documents } = t.asks(list, { case: sent }, as.administrator)
    expect(documents.map(({ kind }) => kind)).toEqual(['application', 'diagnosis'])
    const told = t.asks(content, { document: documents[1]!.document }, as.administrator)
    expect(Buffer.from(told.content, 'base64').equals(photo)).toBe(true)
    expect(t.book.store.all('select * from application_draft_part', [])).toEqual([])
  })

  it('come to 20 MiB at most together', () => {
    const other = codeFor(scene, scene.alone('Many Papers'))
    const content = new Uint8Array(5 * 1_048_576)
    const put = () =>
      saveDraft(t.book, other.code(), (draft, sealing) => ({
        ...draft,
        documents: addToDraft(sealing, other.code(), draft, { ...paper, content }),
      }))
    for (let at = 0; at < 4; at += 1) put()
    expect(put).toThrow(expect.objectContaining({ code: 'document.too_large_together' }))
  })

  it('are added later too, while it is looked at', () => {
    const caller = callerOfCode(made.code())
    const sent = { kind: 'bill', name: 'bill.pdf', content: base64(bill) } as const
    t.does(addDocumentToSent, sent, caller)
    const minutes = { ...sent, kind: 'minutes' }
    expect(t.refuses(addDocumentToSent, minutes, caller).code).toBe('input.invalid')
    const { case_id } = made.code()
    const { documents } = t.asks(list, { case: case_id! }, as.approver)
    expect(documents.at(-1)).toMatchObject({ kind: 'bill', own_hand: false })
    const document = documents.at(-1)!.document as CaseDocumentId
    t.does(verify, { document, amount: '10' }, as.administrator)
  })
})
