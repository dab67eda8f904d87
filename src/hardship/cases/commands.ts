/** Commands that enter cases: one, or a list of hundreds. */
import { z } from 'zod'
import { idField } from '../../book/fields.ts'
import { type Act, command } from '../../book/registry.ts'
import { parseAmount } from '../../kit/money.ts'
import { fundById } from '../../ledger/funds.ts'
import { partyField, partyMeant, registrars } from '../../people/commands.ts'
import { type Party, partyRef } from '../../people/parties.ts'
import { openUnitWithCode } from '../../people/units.ts'
import { fileOfParty, type HardshipFile } from '../files/files.ts'
import { fileNeeded } from '../files/refusals.ts'
import {
  householdFor,
  type NewFile,
  openFile,
  requireReviewToCome,
  unitNear,
} from '../files/writing.ts'
import { aidEventWithCode, type Programme, programmeWithCode } from '../programmes/programmes.ts'
import { enterCase } from './entering.ts'
import { enteredFields, personFields } from './fields.ts'
import { caseRef, roundWithId } from './rows.ts'

export const submit = command({
  name: 'cases.submit',
  summary: 'Enters a case: one help asked for one person, whose household has a file',
  may: registrars,
  reach: 'units',
  route: { method: 'POST', path: '/cases' },
  input: z.strictObject({
    ...enteredFields,
    ...personFields,
    /** The list to which it belongs. */
    round: idField.optional(),
    /** Who asked, when it is not the person helped. */
    applicant: partyField.optional(),
    /** It cannot wait: it may be paid first and be ratified after, where the workflow allows that. */
    emergency: z.boolean().default(false),
  }),
  output: z.object({ case: z.number(), reference: z.string(), beneficiary: z.string() }),
  subject: (output) => `case/${output.case}`,
  run: (act, { round, applicant, emergency, ...given }) => {
    const programme = programmeWithCode(act, given.programme)
    const list = round === undefined ? undefined : roundWithId(act, round)
    const person = personMeant(act, programme, given)
    const entered = enterCase(act, {
      ...person,
      ...enteredOf(act, programme, given, person.beneficiary),
      applicant: applicant === undefined ? person.beneficiary : partyMeant(act, applicant),
      round: list,
      emergency,
    })
    return {
      case: entered.id,
      reference: caseRef(entered.id),
      beneficiary: partyRef(entered.beneficiary_id),
    }
  },
})

type PersonGiven = z.output<z.ZodObject<typeof personFields>>
type EnteredGiven = z.output<z.ZodObject<typeof enteredFields>>

/** Who is helped and paid, with their file and what is asked. Refuses `hardship_file.needed` and what opening refuses. */
export function personMeant(act: Act, programme: Programme, given: PersonGiven) {
  const fund = fundById(act, programme.fund_id)
  const amountMinor = parseAmount(given.amount, fund.currency)
  const beneficiary = partyMeant(act, given.beneficiary, fund.unit_id)
  const payee = given.payee === undefined ? beneficiary : partyMeant(act, given.payee)
  const { cause, cause_text, grade, instalments, form, facts } = given
  const asked = { payee, cause, cause_text, grade, amountMinor, instalments, form, facts }
  return { ...asked, beneficiary, file: fileFor(act, beneficiary, given.file) }
}

/** What holds for a case, looked up. */
export function enteredOf(
  act: Act,
  programme: Programme,
  { applied_by, applied_on, aid_event, unit }: EnteredGiven,
  beneficiary: Party,
) {
  return {
    programme,
    applied_by,
    applied_on,
    aid_event: aid_event === undefined ? undefined : aidEventWithCode(act, aid_event).id,
    unit: unit === undefined ? unitNear(act, beneficiary) : openUnitWithCode(act, unit).id,
  }
}

function fileFor(act: Act, party: Party, given: NewFile | undefined): HardshipFile {
  const found = fileOfParty(act, party.id, act.today)
  if (found) return found
  if (given === undefined) throw fileNeeded({ party: partyRef(party.id) })
  requireReviewToCome(act, given.review_on)
  return openFile(act, householdFor(act, party), unitNear(act, party), given)
}
