import { interestTold } from '../interest-told.ts'
import { phraseIn } from '../phrases.ts'
import type { SomeRefusalWords } from '../refusal-words.ts'
import { tellingIn, wordFor } from '../telling.ts'
import { interests } from './interests.ts'
import { papers } from './papers.ts'
import { peopleWords } from './people-words.ts'
import { policies } from './policies.ts'
import { problems } from './problems.ts'
import { agreementRefusals } from './refusals/agreements.ts'
import { applicationRefusals } from './refusals/applications.ts'
import { awardRefusals } from './refusals/awards.ts'
import { batchRefusals } from './refusals/batches.ts'
import { calendarRefusals } from './refusals/calendars.ts'
import { dataRefusals } from './refusals/data.ts'
import { flowRefusals } from './refusals/flow.ts'
import { hardshipRefusals } from './refusals/hardship.ts'
import { hostRefusals } from './refusals/hosts.ts'
import { matchRefusals } from './refusals/matching.ts'
import { noticeRefusals } from './refusals/notices.ts'
import { ownPageRefusals } from './refusals/own-pages.ts'
import { pairRefusals } from './refusals/pairs.ts'
import { peopleRefusals } from './refusals/people.ts'
import { registerRefusals } from './refusals/registers.ts'
import { serviceRefusals } from './refusals/service.ts'
import { sittingRefusals } from './refusals/sittings.ts'
import { visitRefusals } from './refusals/visits.ts'
import { shell } from './shell.ts'
import { words } from './words.ts'

const { money, month, count, day } = tellingIn('en')
const again = 'Open the page again and fill in its form.'
const administrator = 'Tell whoever runs the server'

/**
 * Refusals speak English themselves. Here stand those that speak to programmers, or in codes: what a page
 * says in their place.
 */
const interestTies = {
  ...peopleWords.tie_role,
  oneself: 'yourself',
  household: 'the same household',
}

export const refusals: SomeRefusalWords = {
  'duties.interest': (v) => ({
    sentence: `You have an interest in payment request ${v.request} (${v.interests.map((one) => interestTold(one, interestTies, interests.kinds)).join('; ')}), and so do not decide on it.`,
    remedy:
      'Somebody without an interest decides. If a tie is recorded wrongly, have it corrected first.',
  }),
  'payout.interest': (v) => ({
    sentence: `You have an interest in whom this payment concerns (${v.interests.map((one) => interestTold(one, interestTies, interests.kinds)).join('; ')}), and so do not make it alone.`,
    remedy:
      'Have somebody else record it; or, for a payout, enter a payment request, which others decide on.',
  }),
  ...dataRefusals,
  ...awardRefusals,
  ...flowRefusals,
  ...hardshipRefusals,
  ...hostRefusals,
  ...batchRefusals,
  ...calendarRefusals,
  ...applicationRefusals,
  ...agreementRefusals,
  ...matchRefusals,
  ...noticeRefusals,
  ...ownPageRefusals,
  ...pairRefusals,
  ...registerRefusals,
  ...serviceRefusals,
  ...peopleRefusals,
  ...sittingRefusals,
  ...visitRefusals,
  'access.beyond_scope': () => ({
    sentence: 'This is about the whole organisation; your roles end at a unit of it.',
    remedy: 'Ask someone whose role is for the whole organisation.',
  }),
  'access.not_allowed': (v) => ({
    sentence: `This is not for your role (${v.roles.map((one) => wordFor(shell.role, one)).join(', ') || 'none'}), but for: ${v.may.map((one) => wordFor(shell.role, one)).join(', ')}.`,
    remedy: 'Ask someone with one of these roles.',
  }),
  'account.below_floor': (v) => ({
    sentence: `${v.account} of “${v.fund}” holds ${money(v.balance, v.currency)}; ${money(v.amount, v.currency)} would take it below zero.`,
    remedy: 'Give an amount that it covers, or record first what is missing.',
  }),
  'account.role_missing': (v) => ({
    sentence: `No account of this book is for “${wordFor({ ...words.payout_category, ...words.commitment_kind }, v.role)}”.`,
    remedy: 'Have an account of the chart given that use.',
  }),
  'amount.not_text': () => ({
    sentence: 'The amount cannot be read.',
    remedy: 'Write it in figures, such as 1234.50.',
  }),
  'amount.unreadable': (v) => ({
    sentence: `“${v.given}” is not an amount: ${v.fault}.`,
    remedy: 'Write figures with at most one point before the decimals, such as 1234.50.',
  }),
  'body.not_json': () => ({ sentence: 'What was sent cannot be read.', remedy: again }),
  'body.too_large': (v) => ({
    sentence: `What was sent is larger than ${count(v.limit_bytes)} bytes.`,
    remedy: 'Send less at once.',
  }),
  'body.type': () => ({ sentence: 'What was sent cannot be read.', remedy: again }),
  'book.not_set_up': () => ({
    sentence: 'This book has no organisation yet.',
    remedy: 'Set the book up first.',
  }),
  'book.unavailable': () => ({
    sentence: 'This book cannot be opened now.',
    remedy: 'Try again later; whoever runs the server finds the reason in its log.',
  }),
  'contribution.party_needed': (v) => ({
    sentence: `A contribution from “${wordFor(papers.source, v.source)}” needs to say who gave it.`,
    remedy: 'Say who gave it; if it is not known yet, record it as not identified.',
  }),
  'contribution.unidentified_in_money': (v) => ({
    sentence: `A contribution not yet identified comes by bank or in cash, not “${wordFor(words.form, v.form)}”.`,
    remedy: 'Choose how the money came.',
  }),
  'contribution.unidentified_has_no_party': () => ({
    sentence: 'A contribution not yet identified has no giver yet.',
    remedy: 'Leave the giver out, or choose where it really came from.',
  }),
  'contribution.refund_too_large': (v) => ({
    sentence: `${money(v.amount, v.currency)} is more than the ${money(v.left, v.currency)} of contribution ${v.contribution} not yet refunded.`,
    remedy: 'Refund at most what is left.',
  }),
  'currency.unknown': (v) => ({
    sentence: `“${v.currency}” is not a currency that a book can be kept in.`,
    remedy: 'Write its three letters in capitals, such as USD.',
  }),
  'detail.erased': () => ({
    sentence: 'The text that stood here has been erased.',
    remedy: 'The book keeps only its digest; the text itself cannot be shown any more.',
  }),
  'fund.category_not_allowed': (v) => ({
    sentence: `The policy of “${v.fund}” allows ${v.allowed.map((one) => wordFor(words.payout_category, one)).join(', ')}; “${wordFor(words.payout_category, v.category)}” is not among them.`,
    remedy: 'Pay it from a fund whose purpose covers it.',
  }),
  'fund.larger_than_policy': (v) => ({
    sentence: `The policy of “${v.fund}” allows at most ${money(v.largest, v.currency)} a payout; this is ${money(v.amount, v.currency)}.`,
    remedy: 'Give at most that, or have the policy changed first.',
  }),
  'fund.more_than_available': (v) => ({
    sentence: `${money(v.amount, v.currency)} is more than the ${money(v.available, v.currency)} available in “${v.fund}”.`,
    remedy:
      'Available is money less what is owed, set aside and preserved. Give less, or release what is set aside.',
  }),
  'fund.still_holds': (v) => ({
    sentence: `“${v.fund}” is not empty: ${v.held.map(({ account, amount }) => `${account} ${money(amount, v.currency)}`).join(', ')}.`,
    remedy:
      'Pay out or transfer what it holds, settle what it owes, release what is set aside; then close it.',
  }),
  'fund.unknown': (v) => ({
    sentence: `There is no fund “${v.fund}” in this book.`,
    remedy: 'Choose one from the list of funds.',
  }),
  'idempotency_key.invalid': () => ({
    sentence: 'The number that this form carries is not a proper one.',
    remedy: again,
  }),
  'idempotency_key.missing': () => ({
    sentence: 'This form has lost its number, without which the same act could be recorded twice.',
    remedy: again,
  }),
  'idempotency_key.reused': () => ({
    sentence: 'This form was sent before, with other answers.',
    remedy: 'If this is something new, begin a new form.',
  }),
  'input.invalid': (v) => ({
    sentence: v.issues.map(({ problem }) => phraseIn(problems, problem) ?? problem).join(' '),
    remedy: 'Correct it and send the form again.',
  }),
  'invitation.exists': () => ({
    sentence: 'This book has the same invitation already.',
    remedy: 'Make a new one.',
  }),
  'invitation.ends_in_the_past': () => ({
    sentence: 'The invitation would end at a time that is over.',
    remedy: 'Give an end in the future.',
  }),
  'invitation.incomplete': (v) => ({
    sentence: `A new user needs a ${v.missing === 'login' ? 'name for signing in' : v.missing}.`,
    remedy: 'Write a name for signing in, a name and a password.',
  }),
  'invitation.invalid': () => ({
    sentence: 'This link is not one of this book, has ended, or was used already.',
    remedy: 'Ask an owner for a new one.',
  }),
  'period.second_person': (v) => ({
    sentence: `You asked for ${month(v.month)} to be reopened, so you may not decide on it.`,
    remedy: 'Ask a second person to decide; nobody decides on what they entered.',
  }),
  'period.state': (v) => ({
    sentence: `The state of ${month(v.month)} is “${wordFor(words.period_state, v.state)}”, so this cannot be done.`,
    remedy: 'Look at the state of the periods first.',
  }),
  'policy.before_today': (v) => ({
    sentence: `A version of “${wordFor(policies.kind, v.kind)}” is in force already; a new one from ${day(v.from)} would change what was decided under it. Today is ${day(v.today)}.`,
    remedy: 'Let the new version hold from today or a later day.',
  }),
  'policy.of_organisation': (v) => ({
    sentence: `“${wordFor(policies.kind, v.kind)}” holds for the whole organisation and cannot be another in the unit ${v.unit}.`,
    remedy: 'Leave the unit out.',
  }),
  'policy.unchanged': (v) => ({
    sentence: `On ${day(v.from)} this is what holds already: ${v.kinds.map((kind) => wordFor(policies.kind, kind)).join(', ')}. There is nothing to record.`,
    remedy: 'Change what it says, or choose another day.',
  }),
  'problem.unknown': (v) => ({
    sentence: `No problem has the code ${v.code}.`,
    remedy: 'The reference of the interface lists them all.',
  }),
  'public_key.unreadable': (v) => ({
    sentence: `The public key cannot be used: ${v.why}.`,
    remedy: 'Use the public key of this book; Settings shows it.',
  }),
  'register.cursor': () => ({
    sentence: 'There is no such place in this register.',
    remedy: 'Begin at the newest page and go on from there.',
  }),
  'route.method_not_allowed': (v) => ({
    sentence: `${v.path} cannot be used in this way.`,
    remedy: 'Go there by a link or a button of a page.',
  }),
  'route.unknown': (v) => ({
    sentence: `There is nothing at ${v.path}.`,
    remedy: 'Check the address, or begin at the first page.',
  }),
  'session.unknown': () => ({
    sentence: 'You are not signed in any more.',
    remedy: 'Sign in again.',
  }),
  'statement.key_missing': (v) => ({
    sentence: `Statement ${v.number} was issued under an earlier signing key, which this server does not hold.`,
    remedy: `${administrator}: earlier signing keys are kept beside the one in force.`,
  }),
  'statement.names_not_allowed': () => ({
    sentence: 'Full names are for those who may read them.',
    remedy: 'Take the public edition, or ask an owner for the right to read names.',
  }),
  'time_zone.unknown': (v) => ({
    sentence: `“${v.given}” is not the name of a time zone.`,
    remedy: 'Write a name such as Europe/Berlin or Asia/Shanghai.',
  }),
  'token.ends_in_the_past': () => ({
    sentence: 'The access token would end at a time that is over.',
    remedy: 'Give an end in the future.',
  }),
  'token.exists': () => ({
    sentence: 'This book has the same access token already.',
    remedy: 'Make a new one; one that was in use is not used again, not even when it has ended.',
  }),
  'token.invalid': () => ({
    sentence: 'This access token is not one of this book, has ended, or was revoked.',
    remedy: 'Ask an owner for a new one.',
  }),
  'token.missing': () => ({ sentence: 'You are not signed in.', remedy: 'Sign in first.' }),
  'transfer.restriction_broken': (v) => ({
    sentence: `The fund ${v.from} is restricted (${wordFor(papers.restriction, v.restriction)}); its money may not go to ${v.to}, which is unrestricted.`,
    remedy:
      'Move money only into a fund under a restriction, or pay from the restricted fund itself.',
  }),
  'user.not_oneself': () => ({
    sentence: 'A password is changed only by the user whose it is.',
    remedy:
      'Sign in and change your own. If it is lost, have an owner make an invitation to a new one.',
  }),
  'entry.of_award': (v) => ({
    sentence: `Entry ${v.entry} belongs to an award (${v.subject}), which it cannot leave.`,
    remedy: 'Undo what was done there: at the line of its batch, or at the case.',
  }),
  'payout.of_batch': (v) => ({
    sentence: `Payout ${v.payout} is line ${v.line} of batch ${v.batch}.`,
    remedy:
      'Record at that line of the batch that it came back; it is then owed again and can be sent anew.',
  }),
  'payout.return_too_large': (v) => ({
    sentence: `${money(v.amount, v.currency)} is more than the ${money(v.left, v.currency)} of payout ${v.payout} that has not come back.`,
    remedy: 'Record at most what is left.',
  }),
  'pledge.exceeded': (v) => ({
    sentence: `${money(v.amount, v.currency)} is more than the ${money(v.left, v.currency)} still open on pledge ${v.pledge}.`,
    remedy: 'Record what exceeds the pledge as a contribution of its own.',
  }),
  'transfer.repayment_too_large': (v) => ({
    sentence: `“${v.from}” owes “${v.to}” ${money(v.owed, v.currency)}; ${money(v.amount, v.currency)} is more.`,
    remedy: 'Repay at most what is owed.',
  }),
  'limit.too_many_requests': (v) => ({
    sentence: `Too much was asked for at once; the next page is given in ${count(v.seconds)} seconds.`,
    remedy: 'Wait as long, and open the page again.',
  }),
}
