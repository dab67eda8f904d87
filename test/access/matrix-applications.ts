/** Application codes and documents in the three places of the matrix, and what is asked of them there. */

import { askMore } from '../../src/hardship/applications/asking.ts'
import { end, make } from '../../src/hardship/applications/code-commands.ts'
import { callerOfCode, codeWithHash } from '../../src/hardship/applications/codes.ts'
import { add } from '../../src/hardship/applications/document-commands.ts'
import { saveDraft } from '../../src/hardship/applications/drafts.ts'
import { send } from '../../src/hardship/applications/sending.ts'
import { submit } from '../../src/hardship/cases/commands.ts'
import { sha256Hex } from '../../src/kit/digest.ts'
import { register } from '../../src/people/commands.ts'
import { wholeAnswers } from '../hardship/applications/scene.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'
import { pdfFile } from '../kit/documents.ts'
import type { Sample } from './matrix-samples.ts'

export interface ApplicationPlace {
  readonly code: number
  readonly document: number
  /** Whose applicant was asked for more. */
  readonly askedCase: number
  /** That came of a code. */
  readonly sentCase: number
}

export const nowhereInApplications: ApplicationPlace = {
  code: 900_120,
  document: 900_121,
  askedCase: 900_122,
  sentCase: 900_123,
}

interface Furnishing {
  readonly unit: string | null
  readonly word: string
  readonly programme: string
}

const content = Buffer.from(pdfFile('(10.00)')).toString('base64')

/** Puts a code, an application that was sent, a document and a question in a place. */
export function furnishApplications(
  t: TestBook,
  { unit, word, programme }: Furnishing,
): ApplicationPlace {
  const inUnit = unit === null ? {} : { unit }
  const person = (name: string) =>
    t.does(register, { kind: 'person', name: `${word} ${name}`, ...inUnit }).output.party
  const until_on = '2026-04-05'
  const codeOf = (name: string) => {
    const hash = sha256Hex(`${word} ${name}`)
    const given = { hash, party: person(name), programme, until_on }
    return { hash, code: t.does(make, given).output.code }
  }
  const { code } = codeOf('Applicant')
  const { hash } = codeOf('Sender')
  const kept = () => codeWithHash(t.book.store, hash)!
  const values = {
    ...wholeAnswers,
    member_name: `${word}\n${word} child`,
    cause_text: word,
    situation: word,
  }
  const { saved_at } = saveDraft(t.book, kept(), (draft) => ({ ...draft, values }))
  const sentCase = t.does(send, { saved_at }, callerOfCode(kept())).output.case
  const asked = { programme, beneficiary: person('Asked'), cause: 'illness', amount: '10.00' }
  const askedCase = t.does(submit, { ...asked, ...inUnit, file: {} }).output.case
  const paper = { case: askedCase, kind: 'bill', name: `${word}.pdf`, content } as const
  const { document } = t.does(add, paper).output
  t.does(askMore, { cases: [askedCase], question: word })
  return { code, document, askedCase, sentCase }
}

/** What each name of applications is asked. */
export const applicationSamples: Readonly<Record<string, Sample>> = {
  [make.name]: (of) => ({ hash: 'ef'.repeat(32), party: of.person, until_on: '2026-04-05' }),
  [end.name]: (of) => ({ code: of.code }),
  'application_codes.list': () => ({}),
  'applications.show': (of) => ({ case: of.sentCase }),
  'applications.take_account': (of) => ({ case: of.sentCase }),
  'cases.ask_more': (of) => ({ cases: [of.case], question: 'a question' }),
  'cases.answer': (of) => ({ case: of.askedCase, answer: 'an answer' }),
  'case_documents.add': (of) => ({ case: of.case, kind: 'bill', name: 'bill.pdf', content }),
  'case_documents.verify': (of) => ({ document: of.document, amount: '9.00' }),
  'case_documents.list': (of) => ({ case: of.askedCase }),
  'case_documents.content': (of) => ({ document: of.document }),
}
