/** The form by which cases are put to the vote: many at once, apart by itself where somebody steps back. */
import type { Hono } from 'hono'
import type { z } from 'zod'
import type { OutcomeView } from '../../../templates/pages/check.tsx'
import { formatList, formatMoney } from '../../../templates/parts/format.ts'
import { refusalRules } from '../../hardship/flow/turning.ts'
import { proposals, voteKinds } from '../../hardship/sittings/ballots.ts'
import { vote } from '../../hardship/sittings/voting.ts'
import { aboutSitting } from './about-sitting.tsx'
import type { Asked, FieldSpec, Option, Values } from './fields.ts'
import { mountForm } from './forms.tsx'
import { type ColumnSpec, rowsValues } from './rows.ts'
import { agendaAsked, pathOfSitting, sittingAsked, userName, usersAs } from './sitting-asked.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the form. */
export function mountVote(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: `${pathOfSitting}/vote`,
    command: vote,
    place: 'hardship',
    about: aboutSitting,
    title: (t) => t.sittings.vote,
    lead: (t) => t.sittings.vote_lead,
    fields: voteFields,
    begin: beginning,
    input: ({ cases, votes, ...read }, asked) => ({
      ...read,
      cases: (cases as string[]).map(Number),
      votes: votersThere(asked).map(({ value }, at) => ({
        user: Number(value),
        ...(votes as readonly object[])[at],
      })),
      split: true,
    }),
    outcome: ({ ballots }, visit) => ballots.map((ballot) => outcomeOf(visit, ballot)),
    button: (t) => t.sittings.do_vote,
    done: ({ sitting }) => `/sittings/${sitting}?done=vote`,
  })
}

/** All that can be voted on now and was not yet, with everybody in favour. */
function beginning(visit: Visit): Values {
  const waiting = casesToVote(visit).filter(({ voted }) => !voted)
  const there = votersThere({ visit, values: {}, t: visit.t })
  return {
    cases: waiting.map((one) => one.case).join('\n'),
    proposal: 'approve',
    ...rowsValues(
      'votes',
      voteColumns,
      there.map(() => ({ vote: 'for' })),
    ),
  }
}

type BallotTold = z.output<typeof vote.output>['ballots'][number]

/** What a ballot will come to: how many, by which count, without whom. */
function outcomeOf(visit: Visit, ballot: BallotTold): OutcomeView {
  const { t, language } = visit
  const words = t.sittings
  const { attendance } = sittingAsked(visit)
  const told = attendance
    .filter(({ user }) => ballot.recused.includes(user))
    .map((one) => userName(visit, one))
  const without =
    told.length === 0 ? words.together : words.apart({ names: formatList(language, told) })
  return {
    label: ballot.carried ? words.carried : words.not_carried,
    value: {
      lines: [words.cases_of({ count: ballot.cases }), without, words.count(ballot)],
    },
  }
}

function votersThere({ visit }: Asked): Option[] {
  const { attendance } = sittingAsked(visit)
  return usersAs(
    visit,
    attendance.filter(({ part, presence }) => part !== 'supervisor' && presence === 'present'),
  )
}

/** The cases that can be put to the vote now, with what is to be known of each. */
function casesToVote(visit: Visit) {
  return agendaAsked(visit).groups.flatMap(({ cases, quorum, recused }) =>
    cases.filter(({ own }) => quorum && own.length === 0).map((one) => ({ ...one, recused })),
  )
}

function caseOptions({ visit }: Asked): Option[] {
  const { t, language } = visit
  return casesToVote(visit).map((one) => {
    const amount = formatMoney(language, one.amount, one.currency)
    const names = formatList(
      language,
      one.recused.map((recused) => userName(visit, recused)),
    )
    const hints = [
      ...(one.to_ratify ? [t.sittings.to_ratify] : []),
      ...(one.voted ? [t.sittings.voted_already] : []),
      ...(one.recused.length > 0 ? [t.sittings.apart({ names })] : []),
    ]
    const { instalments, beneficiary, cause } = one
    const many = instalments === 1 ? amount : t.sittings.instalments({ amount, count: instalments })
    const label = [one.reference, beneficiary.name, cause[language], many].join(' · ')
    return {
      value: String(one.case),
      label,
      ...(hints.length > 0 ? { hint: hints.join(' · ') } : {}),
    }
  })
}

const voteColumns: readonly ColumnSpec[] = [
  {
    name: 'vote',
    kind: 'select',
    label: (t) => t.sittings.votes,
    options: ({ t }) =>
      voteKinds.map((value): Option => ({ value, label: t.sittings.vote_words[value] })),
  },
]

const votesField: FieldSpec = {
  name: 'votes',
  kind: 'rows',
  label: (t) => t.sittings.votes,
  heads: votersThere,
  columns: voteColumns,
}

const amountsField: FieldSpec = {
  name: 'amounts',
  kind: 'rows',
  label: (t) => t.sittings.amounts,
  hint: (t) => t.sittings.amounts_hint,
  columns: [
    {
      name: 'case',
      kind: 'select',
      label: (t) => t.sittings.case,
      options: ({ visit }) =>
        casesToVote(visit).map((one) => ({ value: String(one.case), label: one.reference })),
    },
    { name: 'amount', kind: 'amount', label: (t) => t.sittings.amount },
  ],
}

const voteFields: readonly FieldSpec[] = [
  { name: 'cases', kind: 'several', label: (t) => t.sittings.cases, options: caseOptions },
  {
    name: 'proposal',
    kind: 'radios',
    label: (t) => t.sittings.proposal,
    options: ({ t }) =>
      proposals.map((value): Option => ({ value, label: t.sittings.proposals[value] })),
  },
  votesField,
  amountsField,
  {
    name: 'conditions',
    kind: 'long_text',
    label: (t) => t.sittings.conditions,
    hint: (t) => t.sittings.conditions_hint,
    optional: true,
  },
  {
    name: 'rule',
    kind: 'select',
    label: (t) => t.sittings.rule,
    hint: (t) => t.sittings.rule_hint,
    options: ({ t }) =>
      refusalRules.map((value): Option => ({ value, label: t.flow.rules[value] })),
    optional: true,
  },
  {
    name: 'reason',
    kind: 'long_text',
    label: (t) => t.sittings.reason,
    hint: (t) => t.sittings.reason_hint,
    optional: true,
  },
]
