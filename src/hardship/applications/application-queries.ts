/** An application that was sent with a code, as the office reads it; and its account taken into the registers. */
import { z } from 'zod'
import { idField } from '../../book/fields.ts'
import { type Act, command, officers, query, type View } from '../../book/registry.ts'
import { bankAccount } from '../../kit/bank-account.ts'
import { registrars } from '../../people/commands.ts'
import { partyById, partyRef } from '../../people/parties.ts'
import { requireNotErased } from '../../people/sealed-commands.ts'
import { fieldState, openField, sealField } from '../../vault/fields.ts'
import { caseRef, caseWithId, type HardshipCase } from '../cases/rows.ts'
import { codeOfCase } from './codes.ts'
import { applicationPaper, documentContent, documentsOfCase } from './documents.ts'
import { applicationNoAccount, applicationNone } from './refusals.ts'

type Values = Readonly<Record<string, string>>

/** What was sent; null once it was erased. Refuses `application.none`. */
function sentValues(asker: View | Act, theCase: HardshipCase): Values | null {
  const paper = documentsOfCase(asker, theCase.id).find(({ kind }) => kind === applicationPaper)
  if (!paper) throw applicationNone({ case: caseRef(theCase.id) })
  const bytes = documentContent(asker, paper)
  return bytes ? (JSON.parse(bytes.toString('utf8')) as Values) : null
}

/** The account of the person helped that an application names; null for that of somebody else and for cash. */
function accountIn(values: Values): { number: string; bank: string | null } | null {
  if (values.form !== 'bank' || values.payee !== 'self') return null
  const { number } = bankAccount(values.account!)
  return { number, bank: values.bank?.trim() || null }
}

export const show = query({
  name: 'applications.show',
  summary: 'What an applicant wrote, as it was sent with a code, for who may read names',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/cases/{case}/application' },
  input: z.strictObject({ case: idField }),
  output: z.object({
    case: z.number(),
    /** The number of the code; null for a case that the office entered. */
    code: z.number().nullable(),
    /** The answers by the names of the questions; null for who does not read names, and once they were erased. */
    answers: z.record(z.string(), z.string()).nullable(),
    /** How the account that is named stands to the one in the registers; null where none is. */
    account: z.enum(['same', 'other', 'new']).nullable(),
  }),
  run: (view, given) => {
    const theCase = caseWithId(view, given.case)
    const code = codeOfCase(view, theCase.id)?.id ?? null
    const readable = code !== null && view.caller.readsNames && view.masterKeys !== undefined
    const answers = readable ? sentValues(view, theCase) : null
    const account = answers && accountIn(answers)
    return {
      case: theCase.id,
      code,
      answers,
      account: account ? comparedWith(view, theCase, account.number) : null,
    }
  },
})

function comparedWith(view: View, theCase: HardshipCase, number: string): 'same' | 'other' | 'new' {
  const known = openField(view, theCase.beneficiary_id, 'bank_account')
  if (!known) return 'new'
  return known.number === number ? 'same' : 'other'
}

export const takeAccount = command({
  name: 'applications.take_account',
  summary: 'Takes the account that an application names into the registers, in place of another',
  may: registrars,
  reach: 'units',
  route: { method: 'POST', path: '/cases/{case}/accounts' },
  seals: true,
  input: z.strictObject({ case: idField }),
  output: z.object({ case: z.number(), party: z.string() }),
  subject: (output) => `case/${output.case}`,
  run: (act, given) => {
    const theCase = caseWithId(act, given.case)
    const party = partyById(act, theCase.beneficiary_id)
    requireNotErased(act, party)
    const account = accountIn(sentValues(act, theCase) ?? {})
    const ref = { case: theCase.id, party: partyRef(party.id) }
    if (!account) throw applicationNoAccount({ case: caseRef(theCase.id) })
    const known =
      fieldState(act, party.id, 'bank_account') === 'sealed' &&
      openField(act, party.id, 'bank_account')
    if (!known || known.number !== account.number) {
      sealField(act, party.id, 'bank_account', account)
    }
    return ref
  },
})
