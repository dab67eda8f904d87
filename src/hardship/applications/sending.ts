/** What somebody does with an application code: sends what was written, answers what was asked, adds a document. */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import { nameField, reasonField } from '../../book/fields.ts'
import { type Act, pageCommand } from '../../book/registry.ts'
import { parseAmount } from '../../kit/money.ts'
import { Refusal } from '../../kit/refusal.ts'
import { householdOf, livingIn } from '../../people/households.ts'
import { type Party, partyById, partyName } from '../../people/parties.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { vaultAltered, vaultClosed, vaultKeyUnknown } from '../../vault/refusals.ts'
import { advance } from '../cases/advance.ts'
import { enterCase } from '../cases/entering.ts'
import { caseNotInState } from '../cases/refusals.ts'
import { caseById, caseRef, type HardshipCase, standingOf } from '../cases/rows.ts'
import { fileOfParty } from '../files/files.ts'
import { householdFor, openFile } from '../files/writing.ts'
import { programmeWithCode } from '../programmes/programmes.ts'
import { choicesOf, partyOfCode, unitOfCode } from './choices.ts'
import { type CodeKept, codeOfActor } from './codes.ts'
import { contentField, contentOf } from './document-commands.ts'
import { addDocument, applicantPapers, applicationPaper, keepDocument } from './documents.ts'
import { type Draft, draftContent, draftWith, removeDraft } from './drafts.ts'
import { factsIn, problemsOf } from './questions.ts'
import {
  applicationChanged,
  applicationIncomplete,
  applicationNotSent,
  applicationNotTaken,
  applicationSent,
} from './refusals.ts'

export const send = pageCommand({
  name: 'applications.send',
  summary: 'Sends an application that was written with a code: a case comes of it, once',
  may: ['member'],
  reach: 'oneself',
  input: z.strictObject({
    /** What was looked at: when it was saved last. What was saved since is not sent unseen. */
    saved_at: z.number().int().nonnegative(),
  }),
  output: z.object({ case: z.number(), reference: z.string() }),
  subject: (output) => `case/${output.case}`,
  run: (act, { saved_at }) => {
    const code = codeOfActor(act)
    if (code.case_id !== null) throw applicationSent({ case: caseRef(code.case_id) })
    const draft = draftWith(act, code)
    if (draft.saved_at !== saved_at) throw applicationChanged({})
    const theCase = entered(act, code, draft)
    keepDocuments(act, theCase, code, draft)
    insert(act, 'application_code_use', {
      id: nextId(act, 'application_code_use'),
      code_id: code.id,
      case_id: theCase.id,
      event_seq: act.seq,
    })
    removeDraft(act, code, draft)
    return { case: theCase.id, reference: caseRef(theCase.id) }
  },
})

/** Refusals that tell of the host or of what was written, and nothing of the registers. */
const tellable = [vaultClosed, vaultKeyUnknown, vaultAltered].map(({ code }) => code)

/** Refuses `application.incomplete`, and `application.not_taken` for whatever the registers stand against. */
function entered(act: Act, code: CodeKept, { values }: Draft): HardshipCase {
  const choices = choicesOf(act, code, values.programme)
  const problems = problemsOf(values, choices)
  if (problems.length > 0) {
    throw applicationIncomplete({ missing: [...new Set(problems.map(({ field }) => field))] })
  }
  try {
    return enteredFor(act, code, values, choices)
  } catch (error) {
    if (!(error instanceof Refusal) || tellable.includes(error.code)) throw error
    throw applicationNotTaken({})
  }
}

function enteredFor(
  act: Act,
  code: CodeKept,
  values: Draft['values'],
  { currency, programme: own }: ReturnType<typeof choicesOf>,
): HardshipCase {
  const party = partyOfCode(act, code)
  const unit = unitOfCode(act, code)
  const programme = programmeWithCode(act, own ?? values.programme!)
  const file =
    fileOfParty(act, party.id, act.today) ??
    openFile(act, householdFor(act, party), unit, { certified: false, facts: factsIn(values) })
  const byKin = values.for_whom === 'other'
  return enterCase(act, {
    programme,
    file,
    beneficiary: party,
    applicant: byKin ? kinNamed(act, party, values.kin_name!.trim()) : party,
    applied_by: byKin ? 'kin' : 'member',
    unit,
    // Somebody else to be paid is named in the application, and looked up by the office.
    payee: party,
    form: values.form === 'cash' ? 'cash' : 'bank',
    cause: values.cause!,
    cause_text: values.cause_text!.trim(),
    amountMinor: parseAmount(values.amount!.trim(), currency),
    instalments: 1,
    facts: { situation: values.situation!.trim() },
  })
}

/** Who of the same household bears the name that was written; the person helped where nobody does. */
function kinNamed(act: Act, party: Party, name: string): Party {
  const home = householdOf(act, party.id, act.today)
  const living = home ? livingIn(act, home.household_id, act.today) : []
  const kin = living.map(({ party_id }) => partyById(act, party_id))
  return kin.find((one) => partyName(act, one).full?.name === name) ?? party
}

/** The application as it was sent becomes a document of the case, and so do those that were added to it. */
function keepDocuments(act: Act, theCase: HardshipCase, code: CodeKept, draft: Draft): void {
  const content = Buffer.from(JSON.stringify(draft.values))
  const name = `${caseRef(theCase.id)}.json`
  keepDocument(act, theCase, { kind: applicationPaper, name, content }, 'application/json')
  for (const { document, kind, name: called, media_type } of draft.documents) {
    const bytes = draftContent(act, code, document)
    keepDocument(act, theCase, { kind, name: called, content: bytes }, media_type)
  }
}

/** The case of the code of an act. Refuses `application_code.unknown` and `application.not_sent`. */
function caseOfActor(act: Act): HardshipCase {
  const { case_id } = codeOfActor(act)
  if (case_id === null) throw applicationNotSent({})
  return caseById(act, case_id)
}

const followed = z.object({ case: z.number(), reference: z.string() })

export const answer = pageCommand({
  name: 'applications.answer',
  summary: 'Answers, with the code of an application, what was asked about it',
  may: ['member'],
  reach: 'oneself',
  input: z.strictObject({ answer: reasonField }),
  output: followed,
  subject: (output) => `case/${output.case}`,
  run: (act, given) => {
    const theCase = caseOfActor(act)
    const reason = keepDetail(act, 'case_answer', given.answer)
    advance(act, theCase, { act: 'answered', reason })
    return { case: theCase.id, reference: caseRef(theCase.id) }
  },
})

export const addDocumentToSent = pageCommand({
  name: 'applications.add_document',
  summary: 'Adds a document, with the code of an application, to what was sent',
  may: ['member'],
  reach: 'oneself',
  seals: true,
  input: z.strictObject({
    kind: z.enum(applicantPapers as [string, ...string[]]),
    name: nameField,
    content: contentField,
  }),
  output: followed,
  subject: (output) => `case/${output.case}`,
  run: (act, { kind, name, content }) => {
    const theCase = caseOfActor(act)
    const { state } = standingOf(act, theCase.id)
    if (state !== 'open' && state !== 'asked') {
      throw caseNotInState({ case: caseRef(theCase.id), state, act: 'added to' })
    }
    const paper = applicantPapers.find((one) => one === kind)!
    addDocument(act, theCase, { kind: paper, name, content: contentOf(content) })
    return { case: theCase.id, reference: caseRef(theCase.id) }
  },
})
