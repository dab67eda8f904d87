/** Refusals of batches and their lines. */
import { refusal } from '../../kit/refusal.ts'

export const batchUnknown = refusal<{ batch: string }>(
  'batch.unknown',
  404,
  ({ batch }) => `There is no batch ${batch} in this book.`,
  'Look it up in the list of batches.',
)

export const batchLineUnknown = refusal<{ batch: string; line: number }>(
  'batch_line.unknown',
  404,
  ({ batch, line }) => `Batch ${batch} has no line ${line}.`,
  'Look it up on the page of the batch.',
)

export const nothingPayable = refusal<{ fund: string; form: string }>(
  'batch.nothing_payable',
  422,
  ({ fund, form }) => `Nothing that was asked for is payable by ${form} from the fund ${fund}.`,
  'See what is payable; cases are approved first, and each instalment is in one batch at a time.',
)

export const instalmentNotPayable = refusal<{ instalment: number }>(
  'batch.instalment_not_payable',
  409,
  ({ instalment }) =>
    `Instalment ${instalment} is not payable from this fund in this form on that day: it was paid, is in a batch, was cancelled, is due later, or is none.`,
  'Leave it out, or look at its case.',
)

export const payOnPast = refusal<{ pay_on: string; today: string }>(
  'batch.pay_on_past',
  422,
  ({ pay_on, today }) => `Nothing can be paid on ${pay_on}; today is ${today}.`,
  'Choose today or a later day.',
)

export const batchNotPrepared = refusal<{ batch: string; state: string }>(
  'batch.not_prepared',
  409,
  ({ batch, state }) => `Batch ${batch} is ${state}; only one that is being prepared is changed.`,
  'What was released goes its way; what comes back is sent again in a new batch.',
)

export const lineRemoved = refusal<{ batch: string; line: number }>(
  'batch_line.removed',
  409,
  ({ batch, line }) => `Line ${line} was taken out of batch ${batch}.`,
  'Look at the batch that its instalment is in now.',
)

export const lastLine = refusal<{ batch: string }>(
  'batch.last_line',
  409,
  ({ batch }) => `This is the last line of batch ${batch}.`,
  'Drop the batch as a whole.',
)

export const releaseByMaker = refusal<{ batch: string }>(
  'batch.own_release',
  403,
  ({ batch }) =>
    `You prepared batch ${batch} yourself; whoever prepares a batch does not release it.`,
  'Somebody else who may release it does. No role is above this rule.',
)

export const releaseByApprover = refusal<{ batch: string; case: string }>(
  'batch.approved_by_oneself',
  403,
  (v) =>
    `You approved case ${v.case} of batch ${v.batch}; whoever approves a payment does not make it.`,
  'Somebody else releases the batch, or the case is taken out of it.',
)

export const releaseByEnterer = refusal<{ batch: string; case: string }>(
  'batch.entered_by_oneself',
  403,
  (v) =>
    `You entered case ${v.case} of batch ${v.batch}; by the policy on duties whoever enters a payment does not make it.`,
  'Somebody else releases the batch, or the policy is changed first.',
)

export const lineNotEntitled = refusal<{
  batch: string
  line: number
  case: string
  state: string
}>(
  'batch.line_not_payable',
  409,
  (v) => `Line ${v.line} of batch ${v.batch} is no longer payable: case ${v.case} is ${v.state}.`,
  'Take the line out of the batch.',
)

export const redFindings = refusal<{ batch: string; checks: readonly string[]; lines: number }>(
  'batch.red_findings',
  409,
  ({ batch, checks, lines }) =>
    `Batch ${batch} has red findings (${checks.join(', ')}) on ${lines} of its lines; by the policy on payments it is not released so.`,
  'Take those lines out or put right what is wrong; or have the policy changed first.',
)

export const lineNotReleased = refusal<{ batch: string; line: number; state: string }>(
  'batch_line.not_released',
  409,
  ({ batch, line, state }) =>
    `Line ${line} of batch ${batch} was not sent to be paid: the batch is ${state}.`,
  'Release the batch first.',
)

export const lineHasResult = refusal<{ batch: string; line: number; outcome: string }>(
  'batch_line.has_result',
  409,
  ({ batch, line, outcome }) => `Line ${line} of batch ${batch} has a result: it was ${outcome}.`,
  'If money that was paid came back later, record that it came back.',
)

export const lineNotPaid = refusal<{ batch: string; line: number }>(
  'batch_line.not_paid',
  409,
  ({ batch, line }) => `Line ${line} of batch ${batch} was not paid, and so did not come back.`,
  'Record its result: a line that the bank did not pay is rejected.',
)

export const lineBounced = refusal<{ batch: string; line: number }>(
  'batch_line.bounced',
  409,
  ({ batch, line }) => `Line ${line} of batch ${batch} came back already.`,
  'Nothing needs to be done; it can be sent again in a new batch.',
)

export const lineClaimed = refusal<{ batch: string; line: number }>(
  'batch_line.claimed',
  409,
  ({ batch, line }) => `What was paid by line ${line} of batch ${batch} is claimed back.`,
  'Record what came back as money received on that claim.',
)

export const resultBeforeRelease = refusal<{ day: string; released: string }>(
  'batch_line.before_release',
  422,
  ({ day, released }) => `${day} is before the batch was released on ${released}.`,
  'Give the day that the bank, or the slip, says.',
)

export const signedNotBanked = refusal<{ batch: string }>(
  'batch.needs_signature',
  409,
  ({ batch }) => `Batch ${batch} is paid in cash or goods: who received it signs for it.`,
  'Record the signed slip of the line. A line that nobody collected is recorded as rejected.',
)

export const bankedNotSigned = refusal<{ batch: string }>(
  'batch.by_bank',
  409,
  ({ batch }) => `Batch ${batch} is paid by bank; nobody signs for it.`,
  'Record what the bank says of its lines.',
)

export const receiverNotKin = refusal<{ line: number; receiver: string; payee: string }>(
  'batch_line.receiver_not_kin',
  422,
  ({ line, receiver, payee }) =>
    `Line ${line}: ${receiver} is no kin of ${payee} and of no household with them.`,
  'Have it received by the payee or by kin with authority; or record the tie first.',
)

export const receiverActs = refusal<{ line: number }>(
  'batch_line.own_receipt',
  403,
  ({ line }) => `Line ${line}: whoever hands it out does not receive it.`,
  'Somebody else hands it out and records the slip.',
)

export const linesOpen = refusal<{ batch: string; open: number }>(
  'batch.lines_open',
  409,
  ({ batch, open }) => `${open} lines of batch ${batch} have no result.`,
  'Record what came of them; what the bank never paid is rejected.',
)

export const batchNotReleased = refusal<{ batch: string; state: string }>(
  'batch.not_released',
  409,
  ({ batch, state }) => `Batch ${batch} is ${state}.`,
  'Only a batch that was released, and is not closed, is closed.',
)

export const resultAmount = refusal<{ amount: string; due: string; currency: string }>(
  'bank_result.amount_differs',
  422,
  ({ amount, due, currency }) => `The bank says ${amount}; the line is ${due} ${currency}.`,
  'Ask the bank what it paid; the line waits until that is known.',
)

export const resultName = refusal<{ line: number }>(
  'bank_result.name_differs',
  422,
  ({ line }) => `The bank names somebody else than line ${line} does.`,
  'Ask the bank whom it paid; the line waits until that is known.',
)

export const resultDiffers = refusal<{ before: string; now: string }>(
  'bank_result.differs',
  409,
  ({ before, now }) => `The line was ${before}; the bank now says it was ${now}.`,
  'If money that was paid came back later, record that it came back. Else ask the bank.',
)

export const resultReference = refusal<{ reference: string }>(
  'bank_result.reference_unknown',
  422,
  ({ reference }) => `No line of a batch that was released has the reference ${reference}.`,
  'Look whether the file is of this organisation, and of a batch that was released.',
)
