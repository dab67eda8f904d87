/** A book of hardship with a code for the head of its first family, and answers that are whole. */
import { make } from '../../../src/hardship/applications/code-commands.ts'
import {
  applicationCodeHash,
  type CodeKept,
  callerOfCode,
  codeWithHash,
  newApplicationCode,
} from '../../../src/hardship/applications/codes.ts'
import { saveDraft } from '../../../src/hardship/applications/drafts.ts'
import { send } from '../../../src/hardship/applications/sending.ts'
import type { HardshipBook } from '../hardship-for-tests.ts'

/** Answers to every question. */
export const wholeAnswers: Readonly<Record<string, string>> = {
  for_whom: 'self',
  reach: '13800138000',
  member_name: 'Wang Wei\nWang Xiaoming',
  member_relation: 'myself\nson',
  member_age: '52\n9',
  member_occupation: '\nschool',
  member_income: '800.00\n',
  people: '2',
  income_year: '9600.00',
  programme: 'relief',
  cause: 'illness',
  cause_text: 'Operation of the heart',
  situation: 'Since March I cannot work.',
  amount: '3000.00',
  form: 'bank',
  payee: 'self',
  account: '6222021234567890128',
  bank: 'ICBC, Hexi branch',
}

export interface CodeScene {
  readonly typed: string
  /** How the code stands now. */
  code(): CodeKept
}

/** A code for a party, by the administrator. */
export function codeFor(scene: HardshipBook, party: string, programme?: string): CodeScene {
  const { t, as } = scene
  const typed = newApplicationCode(t.book.surroundings.random)
  const hash = applicationCodeHash(typed)
  const given = programme === undefined ? {} : { programme }
  t.does(make, { hash, party, until_on: '2026-04-30', ...given }, as.administrator)
  return { typed, code: () => codeWithHash(t.book.store, hash)! }
}

/** Saves answers with a code, and sends them. */
export function applyWith(
  { t }: HardshipBook,
  { code }: CodeScene,
  values: Readonly<Record<string, string>> = wholeAnswers,
): number {
  const { saved_at } = saveDraft(t.book, code(), (draft) => ({ ...draft, values }))
  return t.does(send, { saved_at }, callerOfCode(code())).output.case
}
