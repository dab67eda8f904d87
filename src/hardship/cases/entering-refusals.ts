/** What keeps a case from being entered or from being altered. */
import { refusal } from '../../kit/refusal.ts'

export const caseCauseUnknown = refusal<{ cause: string; causes: readonly string[] }>(
  'case.cause_unknown',
  422,
  (v) => `The policy on causes has no class "${v.cause}"; it has ${v.causes.join(', ')}.`,
  'Choose one of them, or have the class added to the policy.',
)

export const caseOtherProgramme = refusal<{ round: number; programme: string }>(
  'case.other_programme',
  422,
  (v) => `The list of cases ${v.round} is of the programme "${v.programme}".`,
  'Name that programme, or another list.',
)

export const caseInRound = refusal<{ party: string; case: string; round: number }>(
  'case.in_round',
  409,
  (v) => `${v.party} stands in the list ${v.round} already, with case ${v.case}.`,
  'Everybody stands in a list once; revise that case, or leave this row out.',
)

export const caseOpenAlready = refusal<{ party: string; case: string; programme: string }>(
  'case.open_already',
  409,
  (v) =>
    `Case ${v.case} of the programme "${v.programme}" asks for help for ${v.party} and is not decided yet.`,
  'Revise that case, or withdraw it first.',
)

export const caseBarred = refusal<{ party: string; until: string }>(
  'case.barred',
  409,
  (v) => `After a false declaration the household of ${v.party} gets no help until ${v.until}.`,
  'Apply after that day; an appeal against the claim is decided on its own.',
)

export const caseAppliedInFuture = refusal<{ day: string; today: string }>(
  'case.applied_in_future',
  422,
  ({ day, today }) => `The application is of ${day}, which is after today, ${today}.`,
  'Write the day on which it was made.',
)

export const casePayeeForm = refusal<{ payee: string; form: string }>(
  'case.payee_form',
  422,
  ({ payee, form }) =>
    `${payee} is no person, and ${form === 'cash' ? 'cash' : 'goods'} are handed to a person.`,
  'Pay bodies by bank, or name who receives it.',
)

export const caseTooLarge = refusal<{ amount: string; instalments: number }>(
  'case.too_large',
  422,
  (v) => `${v.instalments} instalments of ${v.amount} are more than can be recorded.`,
  'Look at the amount again; it is that of one instalment.',
)

export const caseDecided = refusal<{ case: string; state: string }>(
  'case.decided',
  409,
  (v) => `Case ${v.case} is ${v.state}; what it asks for is altered only before it is decided.`,
  'End its award, or enter another case.',
)

export const caseUnderDecision = refusal<{ case: string }>(
  'case.under_decision',
  409,
  (v) => `Case ${v.case} was on notice or voted on as it is.`,
  'Send it back to an earlier step first, and say why.',
)

export const caseUnchanged = refusal<{ case: string }>(
  'case.unchanged',
  409,
  (v) => `Case ${v.case} asks for exactly this already.`,
  'Change what it asks for, or leave it.',
)

export const caseRow = refusal<{ row: number; code: string; said: string }>(
  'cases.row',
  422,
  ({ row, said }) => `Row ${row}: ${said}`,
  'Put the row right or leave it out; nothing of the list was entered.',
)

export const caseNameOfSeveral = refusal<{ name: string; parties: readonly string[] }>(
  'cases.name_of_several',
  422,
  (v) => `Several people are called ${v.name}: ${v.parties.join(', ')}.`,
  'Write the reference in place of the name.',
)

export const caseNameOfNobody = refusal<{ name: string }>(
  'cases.name_of_nobody',
  422,
  ({ name }) => `Nobody in the registers is called ${name}.`,
  'Look at how the name is written, or register the person first.',
)

export const caseGradeUnknown = refusal<{ grade: string; grades: readonly string[] }>(
  'cases.grade_unknown',
  422,
  (v) => `"${v.grade}" is no grade; the grades are ${v.grades.join(', ')}.`,
  'Write one of them, or none.',
)

export const caseTwiceInList = refusal<{ party: string; row: number }>(
  'cases.twice',
  422,
  (v) => `${v.party} stands in row ${v.row} already.`,
  'Everybody stands in a list once; leave one of the rows out.',
)
