import { plural } from '../../parts/format.ts'

const counted = (v: Counted, one: string, other: string) =>
  plural('en', v.count, { one, other: `${v.shown} ${other}` })

/** How many wait: the number, and as it is shown, such as `200+`. */
export interface Counted {
  readonly count: number
  readonly shown: string
}

/** What waits for the reader, and the first steps in a new book. */
export const home = {
  nothing: 'Nothing waits for you',
  nothing_lead: 'What is to be decided, identified, closed or issued will stand here.',
  title: {
    reopenings_to_decide: (v: Counted) =>
      counted(
        v,
        'A month is asked to be reopened: decide on it',
        'months are asked to be reopened: decide on them',
      ),
    payments_to_approve: (v: Counted) =>
      counted(v, 'A payment waits for your approval', 'payments wait for your approval'),
    payments_to_pay: (v: Counted) =>
      counted(v, 'An approved payment is to be made', 'approved payments are to be made'),
    notices_ran_out: (v: Counted) =>
      counted(
        v,
        'A public notice has run and is to be taken down',
        'public notices have run and are to be taken down',
      ),
    emergencies_to_agree: (v: Counted) =>
      counted(v, 'An emergency waits for others to agree', 'emergencies wait for others to agree'),
    emergencies_to_ratify: (v: Counted) =>
      counted(v, 'An emergency is to be ratified', 'emergencies are to be ratified'),
    caps_to_decide: (v: Counted) =>
      counted(v, 'Somebody asks to pass a cap', 'requests to pass a cap wait'),
    allowances_to_make_due: (v: Counted) =>
      counted(v, 'An allowance is due this month', 'allowances are due this month'),
    claims_open: (v: Counted) =>
      counted(v, 'A claim for money back is open', 'claims for money back are open'),
    cases_overdue: (v: Counted) =>
      counted(v, 'A case is past its time', 'cases are past their time'),
    cases_to_approve: (v: Counted) =>
      counted(v, 'A case waits for your approval', 'cases wait for approval'),
    cases_to_deliberate: (v: Counted) =>
      counted(v, 'A case is to be deliberated on', 'cases are to be deliberated on'),
    cases_to_review: (v: Counted) =>
      counted(v, 'A case is to be reviewed', 'cases are to be reviewed'),
    cases_to_put_up: (v: Counted) =>
      counted(v, 'A case is to be put on public notice', 'cases are to be put on public notice'),
    cases_to_check: (v: Counted) =>
      counted(v, 'A case waits for its standing checks', 'cases wait for their standing checks'),
    cases_to_visit: (v: Counted) =>
      counted(v, 'A household is to be visited', 'households are to be visited'),
    cases_to_verify: (v: Counted) =>
      counted(v, 'A case is to be verified', 'cases are to be verified'),
    files_to_review: (v: Counted) =>
      counted(
        v,
        'A hardship file is to be looked at again',
        'hardship files are to be looked at again',
      ),
    arrivals_to_look_into: (v: Counted) =>
      counted(
        v,
        'Somebody says that help did not arrive, or was asked back',
        'people say that help did not arrive, or was asked back',
      ),
    sittings_to_close: (v: Counted) =>
      counted(v, 'A sitting has voted and is not closed', 'sittings have voted and are not closed'),
    call_backs_to_make: (v: Counted) =>
      counted(v, 'Somebody drawn is to be called back', 'people drawn are to be called back'),
    arrivals_to_ask: (v: Counted) =>
      counted(
        v,
        'Nobody has asked yet whether a payout arrived',
        'payouts wait for somebody to ask whether they arrived',
      ),
    visits_due: (v: Counted) =>
      counted(
        v,
        'A household is due to be visited again',
        'households are due to be visited again',
      ),
    households_without_helper: (v: Counted) =>
      counted(v, 'A household in hardship has no helper', 'households in hardship have no helper'),
    helpers_leaving: (v: Counted) =>
      counted(
        v,
        'A helper leaves, and somebody rests on them',
        'helpers leave, and somebody rests on them',
      ),
    pairs_without_consent: (v: Counted) =>
      counted(
        v,
        'A side of a pair took its consent back',
        'sides of pairs took their consent back',
      ),
    pairs_of_the_dead: (v: Counted) =>
      counted(v, 'Somebody of a pair died', 'pairs have lost somebody who died'),
    visits_disputed: (v: Counted) =>
      counted(
        v,
        'A household says that a visit was not so',
        'visits were not so, their households say',
      ),
    pair_ends_to_approve: (v: Counted) =>
      counted(
        v,
        'The end of a pair waits for your approval',
        'ends of pairs wait for your approval',
      ),
    pair_visits_late: (v: Counted) =>
      counted(
        v,
        'A visit or a call of a pair is late',
        'pairs wait for a visit or a call that is late',
      ),
    pair_follow_ups_due: (v: Counted) =>
      counted(v, 'Something is to be done after a visit', 'things are to be done after visits'),
    proposals_to_answer: (v: Counted) =>
      counted(v, 'A proposed pair waits for an answer', 'proposed pairs wait for an answer'),
    pairs_to_review: (v: Counted) =>
      counted(v, 'A pair is to be looked at', 'pairs are to be looked at'),
    observations_over: (v: Counted) =>
      counted(v, 'A pair was watched for long enough', 'pairs were watched for long enough'),
    objections_to_decide: (v: Counted) =>
      counted(v, 'An objection waits for your decision', 'objections wait for your decision'),
    grievances_to_decide: (v: Counted) =>
      counted(
        v,
        'A grievance or appeal waits for your decision',
        'grievances and appeals wait for your decision',
      ),
    batches_to_release: (v: Counted) =>
      counted(v, 'A batch of payments is to be released', 'batches of payments are to be released'),
    batches_without_results: (v: Counted) =>
      counted(
        v,
        'A batch has lines without a result for days',
        'batches have lines without a result for days',
      ),
    payments_to_send_again: (v: Counted) =>
      counted(
        v,
        'A payment came back and is to be sent again',
        'payments came back and are to be sent again',
      ),
    batches_to_close: (v: Counted) =>
      counted(
        v,
        'A batch has all its results: close it',
        'batches have all their results: close them',
      ),
    funds_overdrawn: (v: Counted) =>
      counted(
        v,
        'A fund has promised more than it holds',
        'funds have promised more than they hold',
      ),
    contributions_unidentified: (v: Counted) =>
      counted(v, 'A contribution is not identified', 'contributions are not identified'),
    contributions_without_receipt: (v: Counted) =>
      counted(v, 'A contribution has no receipt', 'contributions have no receipt'),
    months_to_close: (v: Counted) =>
      counted(v, 'A month is over and can be closed', 'months are over and can be closed'),
    statements_missing: (v: Counted) =>
      counted(
        v,
        'A fund has no statement of the closed month',
        'funds have no statement of the closed month',
      ),
    statements_outdated: (v: Counted) =>
      counted(
        v,
        'A statement was issued before something in its period was recorded',
        'statements were issued before something in their period was recorded',
      ),
    pledges_long_open: (v: Counted) =>
      counted(v, 'A pledge has long been open', 'pledges have long been open'),
    funds_empty: (v: Counted) => counted(v, 'A fund has no entry yet', 'funds have no entry yet'),
  },
  action: {
    reopenings_to_decide: 'Decide',
    payments_to_approve: 'Decide',
    payments_to_pay: 'Pay it',
    notices_ran_out: 'Take it down',
    cases_overdue: 'See the case',
    emergencies_to_agree: 'Look at it',
    emergencies_to_ratify: 'Decide',
    caps_to_decide: 'Decide',
    allowances_to_make_due: 'Make it payable',
    claims_open: 'See the case',
    cases_to_approve: 'Decide',
    cases_to_deliberate: 'Look at them',
    cases_to_review: 'Review',
    cases_to_put_up: 'Look at it',
    cases_to_check: 'Check',
    cases_to_visit: 'Look at it',
    cases_to_verify: 'Verify',
    files_to_review: 'Look at it',
    arrivals_to_look_into: 'Look into it',
    sittings_to_close: 'Close it',
    call_backs_to_make: 'Call them',
    arrivals_to_ask: 'Ask',
    visits_due: 'Visit',
    households_without_helper: 'Find one',
    helpers_leaving: 'Hand over',
    pairs_without_consent: 'Look at it',
    pairs_of_the_dead: 'Look at it',
    visits_disputed: 'Look into it',
    pair_ends_to_approve: 'Decide',
    pair_visits_late: 'Visit',
    pair_follow_ups_due: 'Finish it',
    proposals_to_answer: 'Record it',
    pairs_to_review: 'Look at it',
    observations_over: 'Look at it',
    objections_to_decide: 'Decide',
    grievances_to_decide: 'Decide',
    batches_to_release: 'Look at it',
    batches_without_results: 'Record the results',
    payments_to_send_again: 'Send it again',
    batches_to_close: 'Close it',
    funds_overdrawn: 'See the fund',
    contributions_unidentified: 'Identify it',
    contributions_without_receipt: 'Give the receipt',
    months_to_close: 'Close the month',
    statements_missing: 'Issue it',
    statements_outdated: 'See what changed',
    pledges_long_open: 'See the pledge',
    funds_empty: 'See the fund',
  },
  since: (v: { day: string }) => `Since ${v.day}`,
  funds: 'Funds at a glance',
  all_funds: 'All funds',
  steps: 'First steps',
  steps_lead: 'In this order, or in any other. Everything can be tried: an entry can be reversed.',
  begin: 'Do it now',
  step: {
    fund: 'Open a fund',
    contribution: 'Record a contribution',
    others: 'Invite those who pay with you',
    request: 'Enter a payment request',
    payout: 'Record a payout',
    statement: 'Issue a statement',
    month: 'Close the month',
  },
  step_detail: {
    fund: 'Money for one purpose, in one currency.',
    contribution: 'Who gave, how much, for which fund. A receipt can follow at once.',
    payout: 'Whom the fund helped, or what it paid for.',
    request: 'Whom the fund is to help, or what it is to pay for. Somebody else approves it.',
    statement: 'What came in and went out in a period: numbered, signed, for auditors and donors.',
    month: 'From then on nothing is recorded in it any more.',
  },
  step_others: (v: { people: 2 | 3 }): string =>
    v.people === 3
      ? 'By your policy one enters a payment, another approves it, a third makes it: three people.'
      : 'By your policy one enters a payment, and another approves it: two people.',
  example_title: (v: { fund: string }) => `“${v.fund}” is an example, to try things with`,
  example: 'It has no entry yet. Use it as your own, or remove it and open another.',
  keep: 'Keep it',
  remove: 'Remove it',
  remove_reason: 'The example fund was not needed.',
}
