/** Lists of cases that go together: the visits of a festival, the applications of a quarter. */
import { z } from 'zod'
import { codeField, idField, nameField } from '../../book/fields.ts'
import { type Act, command } from '../../book/registry.ts'
import { Refusal } from '../../kit/refusal.ts'
import { registrars } from '../../people/commands.ts'
import { unitMeant } from '../../people/units.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { type Programme, programmeById, programmeWithCode } from '../programmes/programmes.ts'
import { programmeClosed } from '../programmes/refusals.ts'
import { enteredOf, personMeant } from './commands.ts'
import { enterCase } from './entering.ts'
import { caseRow } from './entering-refusals.ts'
import { enteredFields, personFields } from './fields.ts'
import { roundWithId } from './rows.ts'

/** A county's year has some 2,600 grants (handbook 0.4). */
export const mostRowsOfList = 5_000

const opening = {
  programme: codeField,
  name: nameField,
  /** Whose list it is; the whole organisation's unless said, as far as the caller reaches. */
  unit: codeField.optional(),
}

export const open = command({
  name: 'rounds.open',
  summary: 'Opens a list of cases that go together, such as the visits of a festival',
  may: registrars,
  reach: 'units',
  route: { method: 'POST', path: '/rounds' },
  input: z.strictObject(opening),
  output: z.object({ round: z.number() }),
  subject: ({ round }) => `round/${round}`,
  run: (act, given) => {
    const programme = programmeWithCode(act, given.programme)
    return { round: openRound(act, programme, given).id }
  },
})

function openRound(
  act: Act,
  programme: Programme,
  { name, unit }: { readonly name: string; readonly unit?: string | undefined },
) {
  const kept = unitMeant(act, unit)
  if (programme.open === 0) throw programmeClosed({ programme: programme.code })
  const id = nextId(act, 'case_round')
  const round = {
    id,
    programme_id: programme.id,
    name,
    unit_id: kept?.id ?? null,
    event_seq: act.seq,
  }
  insert(act, 'case_round', round)
  return round
}

const { programme: _, ...enteredInList } = enteredFields

export const submitMany = command({
  name: 'cases.submit_many',
  summary: 'Enters a list of cases in one act: all of them, or none when one is refused',
  may: registrars,
  reach: 'units',
  route: { method: 'POST', path: '/rounds/{round}/cases' },
  input: z.strictObject({
    round: idField,
    ...enteredInList,
    rows: z.array(z.strictObject(personFields)).min(1).max(mostRowsOfList),
  }),
  output: z.object({ round: z.number(), cases: z.number(), first: z.number(), last: z.number() }),
  subject: ({ round }) => `round/${round}`,
  run: (act, { round: listed, rows, ...given }) => {
    const round = roundWithId(act, listed)
    const programme = programmeById(act, round.programme_id)
    const entered = rows.map((row, at) =>
      inRow(at + 1, () => {
        const person = personMeant(act, programme, row)
        const holding = enteredOf(
          act,
          programme,
          { ...given, programme: programme.code },
          person.beneficiary,
        )
        return enterCase(act, { ...person, ...holding, applicant: person.beneficiary, round }).id
      }),
    )
    return { round: round.id, cases: entered.length, first: entered[0]!, last: entered.at(-1)! }
  },
})

/** What a row refuses, said with its number. */
function inRow<T>(row: number, enter: () => T): T {
  try {
    return enter()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw caseRow({ row, code: error.code, said: error.message })
  }
}
