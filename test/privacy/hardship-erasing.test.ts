/** Erasing somebody who was helped: what goes, what holds it up, and that everything verifies afterwards. */
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { put } from '../../src/access/policies.ts'
import { end as endCode } from '../../src/hardship/applications/code-commands.ts'
import { add, content, list } from '../../src/hardship/applications/document-commands.ts'
import { saveDraft } from '../../src/hardship/applications/drafts.ts'
import { approve } from '../../src/hardship/awards/approving.ts'
import { show as showCase } from '../../src/hardship/cases/show-query.ts'
import { show as showFile } from '../../src/hardship/files/queries.ts'
import { refuse } from '../../src/hardship/flow/turning.ts'
import { register } from '../../src/people/commands.ts'
import { neutralPolicies } from '../../src/policies/defaults.ts'
import { confirm, request } from '../../src/privacy/erasure-commands.ts'
import { due } from '../../src/privacy/retention.ts'
import { issue } from '../../src/statements/commands.ts'
import { verifyBook } from '../../src/verification/book.ts'
import { applyWith, codeFor, wholeAnswers } from '../hardship/applications/scene.ts'
import { hardshipBook } from '../hardship/hardship-for-tests.ts'
import { masterKeysOfTests } from '../journeys/book-for-tests.ts'
import { pdfFile } from '../kit/documents.ts'

const scene = hardshipBook({ inMemory: false, steps: [{ kind: 'approve' }, { kind: 'pay' }] })
const { t, as } = scene
afterAll(t.close)
const second = { actor: 'user:99' }

const party = scene.alone('Zhuge Secret')
const made = codeFor(scene, party)
const secrets = ['kidney transplant', 'Since March nobody', 'Zhuge Secret', 'invoice of Zhuge']
const id = applyWith(scene, made, {
  ...wholeAnswers,
  cause_text: 'A kidney transplant',
  situation: 'Since March nobody works here',
})
const bill = {
  case: id,
  kind: 'bill',
  name: 'invoice of Zhuge.pdf',
  content: Buffer.from(pdfFile('(1,000.00)')).toString('base64'),
} as const
const { document } = t.does(add, bill, as.administrator).output

function inFile(texts: readonly string[]): string[] {
  const bytes = Buffer.concat([readFileSync(t.path), readFileSync(`${t.path}-wal`)])
  return texts.filter((text) => bytes.includes(text))
}

function holds() {
  return t.refuses(request, { party, ground: 'asked_for' }).values.holds
}

describe('erasing somebody who was helped', () => {
  it('waits until what they asked for is decided', () => {
    expect(holds()).toEqual([{ kind: 'case', of: String(id) }])
    expect(inFile(secrets)).toEqual(secrets)
  })

  it('waits until what was awarded is paid or ended', () => {
    const other = scene.alone('Zhuge Owed')
    const owed = applyWith(scene, codeFor(scene, other))
    t.does(approve, { cases: [owed] }, as.approver)
    const refused = t.refuses(request, { party: other, ground: 'asked_for' })
    expect(refused.values.holds).toContainEqual({ kind: 'award', of: String(owed) })
  })

  it('destroys what was written and sent, and leaves ids, days and digests', () => {
    t.does(
      refuse,
      { cases: [id], rule: 'not_in_need', text: 'Zhuge Secret has enough' },
      as.approver,
    )
    t.does(issue, { fund: 'care', from: '2026-03-01', to: '2026-03-31' })
    const draft = codeFor(scene, party)
    saveDraft(t.book, draft.code(), (before) => ({ ...before, values: wholeAnswers }))
    const asked = t.does(request, { party, ground: 'asked_for' }).output
    t.does(confirm, { request: asked.request }, second)
    t.book.store.all('pragma wal_checkpoint(truncate)', [])
    expect(inFile(secrets)).toEqual([])
    for (const table of ['case_document_part', 'application_draft']) {
      const { n } = t.book.store.first(
        `select count(*) as "n" from ${table} where ${
          table === 'application_draft'
            ? 'code_id in (select id from application_code where party_id = ?)'
            : 'document_id in (select d.id from case_document as d join hardship_case as c on c.id = d.case_id where c.beneficiary_id = ?)'
        }`,
        [Number(party.slice(2))],
      )!
      expect([table, n]).toEqual([table, 0])
    }
  })

  it('leaves pages that say so', () => {
    const told = t.asks(showCase, { case: id }, as.administrator)
    expect(told).toMatchObject({ state: 'refused', facts: null, beneficiary: { name: '(erased)' } })
    const { file } = told.file
    expect(t.asks(showFile, { file }, as.administrator).versions[0]?.facts).toBeNull()
    const { documents } = t.asks(list, { case: id }, as.administrator)
    expect(documents.at(-1)).toMatchObject({ kind: 'bill', erased: true, name: '(erased)' })
    expect(() => t.asks(content, { document }, as.administrator)).toThrow(
      expect.objectContaining({ code: 'document.erased' }),
    )
    expect(t.refuses(add, bill, as.administrator).code).toBe('party.erased')
    t.does(endCode, { code: made.code().id }, as.administrator)
  })

  it('leaves a book whose chain, statements and cases verify', () => {
    const masterKeys = masterKeysOfTests
    const report = verifyBook(t.book.store, { masterKeys })
    expect(report.checks.flatMap(({ findings }) => findings)).toEqual([])
    expect(report.passed).toBe(true)
  })

  it('is due when the years of refused applicants are over, and not while a case is open', () => {
    const person = { kind: 'person', name: 'Old Applicant', unit: 'north' } as const
    const refused = t.does(register, person).output.party
    const old = applyWith(scene, codeFor(scene, refused))
    t.does(refuse, { cases: [old], rule: 'not_in_need', text: 'Enough' }, as.approver)
    const retention = { ...neutralPolicies.retention, refused_applicant_years: 3 }
    t.does(put, { kind: 'retention', body: retention })
    expect(t.asks(due, {}).persons.map((one) => one.party)).not.toContain(refused)
    t.at('2060-01-01T00:00:00Z')
    const found = t.asks(due, {}).persons.find((one) => one.party === refused)
    const classes = found?.classes.map((one) => one.class) ?? []
    expect(classes).toContain('refused_applicant')
  })
})
