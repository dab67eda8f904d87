/** Applying with a code: written, saved, sent once, asked about, answered. */
import { afterAll, describe, expect, it } from 'vitest'
import { readDetail } from '../../../src/book/details.ts'
import {
  show as showApplication,
  takeAccount,
} from '../../../src/hardship/applications/application-queries.ts'
import { answer, askMore } from '../../../src/hardship/applications/asking.ts'
import { end, list, make } from '../../../src/hardship/applications/code-commands.ts'
import {
  applicationCodeHash,
  callerOfCode,
  newApplicationCode,
} from '../../../src/hardship/applications/codes.ts'
import { draftWith, saveDraft, savingIn } from '../../../src/hardship/applications/drafts.ts'
import { followedCase, lookingWith } from '../../../src/hardship/applications/following.ts'
import { answer as answerWithCode, send } from '../../../src/hardship/applications/sending.ts'
import { submit } from '../../../src/hardship/cases/commands.ts'
import { show as showCase } from '../../../src/hardship/cases/show-query.ts'
import type { CaseId } from '../../../src/kit/ids.ts'
import { Refusal } from '../../../src/kit/refusal.ts'
import { status } from '../../../src/people/commands.ts'
import { show as sealedFields } from '../../../src/people/data-queries.ts'
import { verifyBook } from '../../../src/verification/book.ts'
import { masterKeysOfTests } from '../../journeys/book-for-tests.ts'
import { hardshipBook } from '../hardship-for-tests.ts'
import { applyWith, codeFor, wholeAnswers } from './scene.ts'

const scene = hardshipBook()
const { t, as, families } = scene
afterAll(t.close)

function codeOf(work: () => unknown): string {
  try {
    work()
    return 'done'
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error)
  }
}

describe('application codes', () => {
  it('have 80 random bits and a character that shows slips', () => {
    const typed = newApplicationCode(t.book.surroundings.random)
    expect(typed).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}$/)
    expect(applicationCodeHash(typed.toLowerCase().replaceAll('-', ' '))).toBe(
      applicationCodeHash(typed),
    )
    const slip = (typed[0] === '7' ? '8' : '7') + typed.slice(1)
    expect(codeOf(() => applicationCodeHash(slip))).toBe('application_code.mistyped')
  })

  it('stand in the book by their hashes alone', () => {
    const { typed, code } = codeFor(scene, families[2].head)
    const plain = typed.replaceAll('-', '')
    const all = JSON.stringify(t.book.store.all('select * from application_code', []))
    expect(all).toContain(code().code_hash)
    expect(all.includes(typed) || all.includes(plain)).toBe(false)
  })

  it('last for a while, and end', () => {
    const hash = (byte: string) => byte.repeat(64)
    const party = families[1].head
    const late = { hash: hash('a'), party, until_on: '2027-03-31' }
    expect(t.refuses(make, late, as.administrator).code).toBe('application_code.until')
    const past = { ...late, until_on: '2026-03-30' }
    expect(t.refuses(make, past, as.administrator).code).toBe('application_code.until')
    const given = { ...late, until_on: '2026-04-01' }
    const made = t.does(make, given, as.administrator).output
    expect(t.refuses(make, given, as.administrator).code).toBe('application_code.exists')
    t.does(end, { code: made.code }, as.coordinator)
    expect(t.refuses(end, { code: made.code }, as.coordinator).code).toBe('application_code.ended')
    const { codes } = t.asks(list, { party }, as.administrator)
    expect(codes).toMatchObject([{ state: 'ended', until_on: '2026-04-01', case: null }])
    expect(t.refuses(end, { code: 999 }, as.administrator).code).toBe('application_code.not_there')
  })

  it('are for people whom the caller reaches, who live', () => {
    const grants = [{ role: 'fund_administrator' as const, unit: scene.units.far }]
    const elsewhere = { ...as.administrator, grants }
    const given = { hash: 'b'.repeat(64), party: families[0].head, until_on: '2026-04-01' }
    expect(t.refuses(make, given, elsewhere).code).toBe('party.unknown')
    expect(t.refuses(end, { code: 1 }, elsewhere).code).toBe('application_code.not_there')
    expect(t.asks(list, {}, elsewhere).codes).toEqual([])
    const dead = scene.alone('Gone Person')
    t.does(status, { party: dead, status: 'died', from_on: '2026-03-01' })
    expect(t.refuses(make, { ...given, party: dead }, as.administrator).code).toBe('party.has_died')
  })
})

describe('an application', () => {
  it('is saved and resumed, and what was written is nowhere to be read', () => {
    const { code } = codeFor(scene, families[1].head)
    const before = t.book.store.first('select count(*) as "n" from event', [])
    const values = { situation: 'A flood took the house' }
    saveDraft(t.book, code(), (draft) => ({ ...draft, values }))
    const next = saveDraft(t.book, code(), (draft) => ({
      ...draft,
      values: { ...draft.values, amount: '5.00' },
    }))
    expect(draftWith(savingIn(t.book), code())).toEqual(next)
    expect(next.values).toEqual({ ...values, amount: '5.00' })
    expect(t.book.store.first('select count(*) as "n" from event', [])).toEqual(before)
    const { ciphertext } = t.book.store.first('select * from application_draft', [])!
    expect(Buffer.from(ciphertext as Uint8Array).includes('flood')).toBe(false)
    expect(t.asks(list, { party: families[1].head }, as.administrator).codes[0]).toMatchObject({
      state: 'open',
      saved_at: next.saved_at,
    })
    expect(codeOf(() => applyWith(scene, { typed: '', code }, values))).toBe(
      'application.incomplete',
    )
  })

  it('becomes a case, once, by the hand of the code', () => {
    const made = codeFor(scene, families[0].head)
    const id = applyWith(scene, made)
    expect(scene.at(id)).toMatchObject({ state: 'open', step: 0 })
    const caller = callerOfCode(made.code())
    expect(scene.theCase(id)).toMatchObject({ applied_by: 'member', actor: caller.actor })
    expect(
      t.book.store.all('select * from application_draft where code_id = ?', [made.code().id]),
    ).toEqual([])
    expect(t.refuses(send, { saved_at: 1 }, caller).code).toBe('application.sent')
    expect(t.asks(showCase, { case: id }, as.administrator)).toMatchObject({
      amount: '3000.00',
      cause: { code: 'illness' },
      cause_text: 'Operation of the heart',
      facts: { situation: 'Since March I cannot work.' },
    })
    const told = t.asks(showApplication, { case: id }, as.administrator)
    expect(told).toMatchObject({ account: 'new', answers: wholeAnswers })
    const nameless = { ...as.administrator, readsNames: false }
    expect(t.asks(showApplication, { case: id }, nameless).answers).toBeNull()
    t.does(takeAccount, { case: id }, as.administrator)
    expect(t.asks(showApplication, { case: id }, as.administrator).account).toBe('same')
    const sealed = t.asks(sealedFields, { party: families[0].head }, as.administrator)
    expect(JSON.stringify(sealed)).toContain('0128')
  })

  it('is sent as it was looked at last', () => {
    const made = codeFor(scene, scene.alone('Sun Late'))
    const { saved_at } = saveDraft(t.book, made.code(), (d) => ({ ...d, values: wholeAnswers }))
    saveDraft(t.book, made.code(), (d) => ({ ...d, values: { ...wholeAnswers, amount: '1' } }))
    const caller = callerOfCode(made.code())
    expect(t.refuses(send, { saved_at }, caller).code).toBe('application.changed')
  })

  it('opens the file of a household that has none, uncertified', () => {
    const { head } = scene.family('Qian', 'north', false)
    const made = codeFor(scene, head, 'relief')
    const byKin = { for_whom: 'other', kin_name: 'Qian Fang', kin_relation: 'wife' }
    const id = applyWith(scene, made, { ...wholeAnswers, ...byKin })
    const { file_id, applied_by, applicant_id, beneficiary_id } = scene.theCase(id)
    expect(applied_by).toBe('kin')
    expect(applicant_id).not.toBe(beneficiary_id)
    const version = t.book.store.first('select * from hardship_file_version where file_id = ?', [
      file_id,
    ])!
    expect(version).toMatchObject({ in_hardship: 1, certified: 0 })
    expect(readDetail(t.book.store, version.facts_detail_id as number)!.body).toContain('9600.00')
  })

  it('tells nothing of the registers when it is not taken', () => {
    const head = families[1].head
    t.does(
      submit,
      { programme: 'relief', beneficiary: head, cause: 'poverty', amount: '9' },
      as.administrator,
    )
    const made = codeFor(scene, head)
    expect(codeOf(() => applyWith(scene, made))).toBe('application.not_taken')
    expect(made.code().case_id).toBeNull()
  })

  it('names an account only where the person helped is paid by bank', () => {
    const made = codeFor(scene, scene.alone('He Cash'))
    const id = applyWith(scene, made, { ...wholeAnswers, form: 'cash', account: '' })
    expect(t.asks(showApplication, { case: id }, as.administrator).account).toBeNull()
    expect(t.refuses(takeAccount, { case: id }, as.administrator).code).toBe(
      'application.no_account',
    )
    const entered = scene.submitCase({ beneficiary: scene.alone('He Entered') })
    expect(t.asks(showApplication, { case: entered }, as.administrator).code).toBeNull()
    expect(t.refuses(takeAccount, { case: entered }, as.administrator).code).toBe(
      'application.none',
    )
  })

  it('is answered only when it was sent', () => {
    const made = codeFor(scene, scene.alone('Lu Unsent'))
    const caller = callerOfCode(made.code())
    expect(t.refuses(answerWithCode, { answer: 'Here' }, caller).code).toBe('application.not_sent')
  })

  it('goes a while after its code, when it was never sent', () => {
    const made = codeFor(scene, scene.alone('Shi Forgot'))
    saveDraft(t.book, made.code(), (draft) => ({ ...draft, values: wholeAnswers }))
    const later = { hash: 'c'.repeat(64), party: families[2].head }
    t.at('2026-05-15T00:00:00Z')
    t.does(make, { ...later, until_on: '2026-05-20' }, as.administrator)
    expect(draftWith(savingIn(t.book), made.code()).saved_at).not.toBe(0)
    t.at('2026-06-15T00:00:00Z')
    const next = { ...later, hash: 'd'.repeat(64), until_on: '2026-06-20' }
    t.does(make, next, as.administrator)
    expect(draftWith(savingIn(t.book), made.code()).saved_at).toBe(0)
    t.at('2026-03-31T04:00:00Z')
  })

  it('does nothing else with its code', () => {
    const made = codeFor(scene, scene.alone('Wu Only'))
    const caller = callerOfCode(made.code())
    expect(codeOf(() => t.does(end, { code: made.code().id }, caller))).toMatch(/^access\./)
    expect(codeOf(() => t.asks(showApplication, { case: 1 }, caller))).toMatch(/^access\./)
    expect(t.refuses(send, { saved_at: 0 }, { ...caller, actor: 'user:3' }).code).toBe(
      'application_code.unknown',
    )
    t.does(end, { code: made.code().id }, as.administrator)
    expect(t.refuses(send, { saved_at: 0 }, caller).code).toBe('application_code.unknown')
  })
})

describe('more information', () => {
  const made = codeFor(scene, scene.alone('Zhou Asked'))
  const id = applyWith(scene, made)
  const caller = callerOfCode(made.code())
  const stands = () => lookingWith(t.book, made.code(), (view) => followedCase(view, id as CaseId))

  it('is asked, and the case waits until the applicant answers', () => {
    expect(t.refuses(answerWithCode, { answer: 'Too soon' }, caller).code).toBe('case.not_in_state')
    t.does(askMore, { cases: [id], question: 'Which hospital?' }, as.approver)
    expect(scene.at(id).state).toBe('asked')
    expect(stands()).toMatchObject({ state: 'asked', question: 'Which hospital?' })
    t.does(answerWithCode, { answer: 'The one in the north' }, caller)
    expect(stands()).toMatchObject({ state: 'open', question: null })
    expect(stands().acts.map(({ act }) => act)).toEqual(['submitted', 'asked', 'answered'])
  })

  it('is answered by the office too, and asked by nobody with an interest', () => {
    t.does(askMore, { cases: [id], question: 'And the bill?' }, as.administrator)
    t.does(answer, { case: id, answer: 'Brought by hand' }, as.coordinator)
    expect(scene.at(id).state).toBe('open')
    const own = scene.submitCase({ beneficiary: scene.users.approver.party, file: {} })
    const question = { cases: [own], question: 'Why?' }
    expect(t.refuses(askMore, question, as.approver).code).toBe('case.interest')
  })

  it('leaves a book that verifies', () => {
    const report = verifyBook(t.book.store, { masterKeys: masterKeysOfTests })
    expect(report.checks.flatMap(({ findings }) => findings)).toEqual([])
  })
})
