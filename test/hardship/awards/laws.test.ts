/**
 * The laws of awards over random histories of everything that can happen to them (handbook G6: 3, 6, 8, 9, 10). Every law
 * is looked at after every act, and a failure prints its seed.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { command } from '../../../src/book/registry.ts'
import { availabilityOf } from '../../../src/funds/policy.ts'
import { makeDue } from '../../../src/hardship/awards/allowances.ts'
import { agree, approve } from '../../../src/hardship/awards/approving.ts'
import { claim, receive } from '../../../src/hardship/awards/clawbacks.ts'
import { end, endCauses } from '../../../src/hardship/awards/ending.ts'
import { stateInSql } from '../../../src/hardship/awards/instalments.ts'
import { ratify } from '../../../src/hardship/awards/ratifying.ts'
import { freeReservation, reserveAward } from '../../../src/hardship/awards/reserving.ts'
import { recordBounce } from '../../../src/hardship/batches/bounces.ts'
import { prepare } from '../../../src/hardship/batches/preparing.ts'
import { release } from '../../../src/hardship/batches/releasing.ts'
import { recordResult } from '../../../src/hardship/batches/results.ts'
import { ask, decide } from '../../../src/hardship/caps/overrides.ts'
import { caseById } from '../../../src/hardship/cases/rows.ts'
import { verify } from '../../../src/hardship/flow/commands.ts'
import { refuse } from '../../../src/hardship/flow/turning.ts'
import type { CaseId } from '../../../src/kit/ids.ts'
import { Refusal } from '../../../src/kit/refusal.ts'
import { findFund } from '../../../src/ledger/funds.ts'
import { declare } from '../../../src/people/interest-commands.ts'
import { neutralPolicies } from '../../../src/policies/defaults.ts'
import type { Family } from '../hardship-for-tests.ts'
import { type AwardBook, awardBook } from './scene.ts'

const day = 86_400_000
const capMinor = 900_00

/** What a notice does with money: there is no shorter way to it without one. */
const reserving = command({
  name: 'tests.reserve',
  summary: 'Sets money aside for a case, or frees it',
  may: ['owner'],
  reach: 'units',
  route: { method: 'POST', path: '/tests/reservations' },
  input: z.strictObject({ case: z.number(), free: z.boolean() }),
  output: z.object({ case: z.number() }),
  subject: (output) => `case/${output.case}`,
  run: (act, input) => {
    const theCase = caseById(act, input.case as CaseId)
    if (input.free) freeReservation(act, theCase)
    else reserveAward(act, theCase)
    return { case: input.case }
  },
})

const hands = ['approver', 'upperApprover', 'owner', 'secondAdministrator', 'member1'] as const
type Hand = (typeof hands)[number]
interface Step {
  readonly kind: string
  readonly pick: number
  readonly hand: Hand
  readonly amount: number
}

const kinds = [
  'awarded',
  'awarded',
  'awarded',
  'urgent',
  'urgent',
  'urgent',
  'run',
  'run',
  'run',
  'submit',
  'submit',
  'submit',
  'emergency',
  'emergency',
  'verify',
  'verify',
  'reserve',
  'free',
  'approve',
  'approve',
  'approve',
  'agree',
  'agree',
  'agree',
  'ratify',
  'decline',
  'month',
  'batch',
  'release',
  'paid',
  'paid',
  'rejected',
  'bounce',
  'end',
  'claim',
  'receive',
  'ask',
  'allow',
  'refuse',
  'year',
]
const steps: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...kinds),
  pick: fc.nat(1_000),
  hand: fc.constantFrom(...hands),
  amount: fc.integer({ min: 1, max: 6 }),
})

const anyCase = 'select id from hardship_case'
const standing = 'from hardship_case as c join case_state as s on s.case_id = c.id where s.state'
const atApproval = `${standing} = 'open' and s.step_kind = 'approve'`
const fits: Readonly<Record<string, string>> = {
  verify: `${standing} = 'open' and s.step_kind = 'verify' and c.emergency = 0`,
  approve: atApproval,
  reserve: atApproval,
  ask: atApproval,
  agree: `${standing} = 'open' and c.emergency = 1`,
  ratify: `${standing} in ('awarded', 'paid') and c.emergency = 1`,
  decline: `${standing} in ('awarded', 'paid') and c.emergency = 1`,
  end: `${standing} = 'awarded'`,
}

type LawBook = AwardBook & { readonly all: readonly Family[] }

function book(): LawBook {
  const b = awardBook({ money: '2500.00' })
  b.policy('duties', {
    ...neutralPolicies.duties,
    emergency_allowed: true,
    emergency_limit: { CNY: '300.00' },
  })
  const value = { kind: 'fixed', amount: '900.00' }
  b.caps({ scope: 'household', window: 'calendar_year', value })
  b.payments({ red_blocks: false })
  b.t.does(
    declare,
    { party: b.families[2].head, kind: 'friendship', note: 'Old friends' } as never,
    b.as.approver,
  )
  return { ...b, all: [...b.families, b.family('Qian'), b.family('Sun')] }
}

/** Does one thing as far as the book lets it; answers the refusal's code. */
function step(b: LawBook, { kind, pick, hand, amount }: Step): void {
  const { t, as } = b
  const by = as[hand]
  const one = (sql: string) => {
    const found = t.book.store.all(sql, [])
    return found.length === 0 ? undefined : Object.values(found[pick % found.length]!)
  }
  // Mostly a case of which it can be asked; else any, which the book then refuses.
  const someCase = () => {
    const fitting = fits[kind] ? one(`select c.id ${fits[kind]}`) : undefined
    return Number((pick % 5 > 0 ? fitting : undefined)?.[0] ?? one(anyCase)?.[0] ?? 1)
  }
  const line = (where: string) =>
    one(`select b.number, l.position from batch_line as l join batch as b on b.id = l.batch_id
      left join batch_line_result as r on r.line_id = l.id where ${where}`) ?? ['B-0', 1]
  const family = b.all[pick % b.all.length]!
  const beneficiary = [family.head, family.spouse][amount % 2]!
  const asked = { beneficiary, amount: `${amount}00.00`, instalments: 1 + (pick % 3) }
  const cases = [someCase()]
  const isOpen = () => b.ask('select state from case_state where case_id = ?', cases[0]!) === 'open'
  const reason = 'So it is'
  const acts: Record<string, () => unknown> = {
    submit: () => b.submitCase(asked),
    awarded: () => {
      const id = b.submitCase(asked)
      t.does(verify, { cases: [id] }, as.upperApprover)
      t.does(approve, { cases: [id] }, as.upperApprover)
    },
    urgent: () => {
      const id = b.submitCase({ ...asked, amount: '200.00', emergency: true } as never)
      t.does(agree, { cases: [id] }, as.member1)
      t.does(agree, { cases: [id] }, as.upperApprover)
    },
    run: () => {
      const given = { fund: 'care', form: 'bank', name: 'A run' } as const
      const { batch, lines } = t.does(prepare, given, as.administrator).output
      t.does(release, { batch }, as.secondAdministrator)
      for (let at = 1; at <= lines; at += 1) {
        // Some lines are left without a result for the acts that follow.
        if ((pick + at) % 4 === 0) continue
        const outcome = (pick + at) % 7 === 0 ? 'rejected' : 'paid'
        t.does(recordResult, { batch, line: at, outcome }, as.administrator)
      }
    },
    emergency: () => b.submitCase({ ...asked, emergency: true } as never),
    verify: () => t.does(verify, { cases }, by),
    reserve: () => isOpen() && t.does(reserving, { case: cases[0]!, free: false }),
    free: () => isOpen() && t.does(reserving, { case: cases[0]!, free: true }),
    approve: () => t.does(approve, { cases }, by),
    agree: () => t.does(agree, { cases }, by),
    ratify: () => t.does(ratify, { cases, ratified: true }, by),
    decline: () => t.does(ratify, { cases, ratified: false, reason }, as.owner),
    month: () => {
      t.at(new Date(t.now() + 31 * day).toISOString())
      const month = new Date(t.now()).toISOString().slice(0, 7)
      t.does(makeDue, { month }, by)
    },
    year: () => t.at(new Date(t.now() + 100 * day).toISOString()),
    batch: () => t.does(prepare, { fund: 'care', form: 'bank', name: 'A batch' }, by),
    release: () => t.does(release, { batch: String(one('select number from batch')?.[0]) }, by),
    paid: () => {
      const [batch, at] = line('r.id is null')
      const given = { batch: String(batch), line: Number(at) }
      t.does(recordResult, { ...given, outcome: 'paid' }, as.administrator)
    },
    rejected: () => {
      const [batch, at] = line('r.id is null')
      const given = { batch: String(batch), line: Number(at) }
      t.does(recordResult, { ...given, outcome: 'rejected' }, as.administrator)
    },
    bounce: () => {
      const [batch, at] = line("r.outcome = 'paid'")
      t.does(recordBounce, { batch: String(batch), line: Number(at) }, as.administrator)
    },
    end: () => t.does(end, { cases, cause: endCauses[pick % endCauses.length]!, reason }, by),
    claim: () => {
      const payout = Number(one('select id from payout')?.[0] ?? 1)
      t.does(claim, { payout, amount: `${amount}0.00`, cause: 'mistake', reason }, by)
    },
    receive: () => {
      const clawback = Number(one('select id from clawback')?.[0] ?? 1)
      t.does(receive, { clawback, amount: `${amount}.00` }, by)
    },
    ask: () => t.does(ask, { case: cases[0]!, reason }, by),
    allow: () => {
      const request = Number(one('select id from cap_override_request')?.[0] ?? 1)
      t.does(decide, { request, allowed: true, reason }, by)
    },
    refuse: () => t.does(refuse, { cases, rule: 'not_in_need', text: reason }, by),
  }
  acts[kind]!()
}

/** Every law, as what it says of the book; nothing where it holds. */
function broken(b: AwardBook): string[] {
  const { store } = b.t.book
  const number = (sql: string) => Number(b.ask(sql) ?? 0)
  const owed = number(
    `select sum(amount) as n from (select i.amount_minor as amount, ${stateInSql} as state from instalment as i)
     where state in ('payable', 'in_batch', 'returned')`,
  )
  const returned = number(
    `select sum(amount) as n from (select i.amount_minor as amount, ${stateInSql} as state from instalment as i)
     where state = 'returned'`,
  )
  const reserved = number(
    `select sum(r.amount_minor - coalesce((select sum(u.amount_minor) from award_reservation_use as u
       where u.reservation_id = r.id), 0)) as n from award_reservation as r`,
  )
  const { availableMinor } = availabilityOf(store, findFund(store, 'care')!)
  const debts = -(b.balance('grants_payable') + b.balance('returned_payments'))
  const claims = number(
    `select (select coalesce(sum(amount_minor), 0) from clawback)
       - (select coalesce(sum(amount_minor), 0) from clawback_receipt) as n`,
  )
  const twice = number(
    `select count(*) as n from (select l.instalment_id from batch_line as l
       join batch_line_result as r on r.line_id = l.id and r.outcome = 'paid'
       left join batch_line_bounce as c on c.line_id = l.id where c.id is null
       group by l.instalment_id having count(*) > 1)`,
  )
  const ownHand = number(
    `select count(*) as n from (
       select case_id, actor from case_approval
       union all select a.case_id, r.actor from award_ratification as r join award as a on a.id = r.award_id
     ) as d join hardship_case as c on c.id = d.case_id where c.actor = d.actor`,
  )
  const friends = number(
    `select count(*) as n from case_approval as d join hardship_case as c on c.id = d.case_id
     where d.actor = '${b.as.approver.actor}'
       and c.beneficiary_id = ${Number(b.families[2].head.slice(2))}`,
  )
  const passed = number(
    `select count(*) as n from (
       select c.file_id, substr(a.approved_on, 1, 4) as year, sum(a.amount_minor * (
           case when exists (select 1 from award_end as e where e.award_id = a.id)
             then (select count(*) from instalment as i where i.award_id = a.id) else a.instalments end
           - (select count(*) from instalment as i join instalment_end as x on x.instalment_id = i.id
               where i.award_id = a.id))) as total,
         max(exists (select 1 from cap_override as o join cap_override_request as q on q.id = o.request_id
           where q.case_id = c.id)) as let
       from award as a join hardship_case as c on c.id = a.case_id group by 1, 2)
     where total > ${capMinor} and let = 0
       and not exists (select 1 from clawback_receipt)`,
  )
  const laws: [string, boolean][] = [
    [`payables ${debts} are what is owed ${owed}`, debts === owed],
    [`memorandum is what is set aside ${reserved}`, b.balance('awards_on_notice') === reserved],
    [`what came back ${returned} is owed as returned`, -b.balance('returned_payments') >= returned],
    [`available ${availableMinor} is not below zero`, availableMinor >= 0],
    [`claims ${claims} are what is receivable`, b.balance('clawbacks_receivable') === claims],
    ['nothing is paid twice', twice === 0],
    ['nobody decides on what they entered', ownHand === 0],
    ['nobody with an interest decides', friends === 0],
    ['no household passes its cap', passed === 0],
  ]
  return laws.flatMap(([law, holds]) => (holds ? [] : [law]))
}

it('[G6] the laws hold after every act of random histories', () => {
  const done = new Map<string, number>()
  fc.assert(
    fc.property(fc.array(steps, { minLength: 40, maxLength: 80, size: 'max' }), (history) => {
      const b = book()
      try {
        for (const one of history) {
          try {
            step(b, one)
            done.set(one.kind, (done.get(one.kind) ?? 0) + 1)
          } catch (error) {
            if (!(error instanceof Refusal)) throw error
          }
          expect(broken(b)).toEqual([])
        }
      } finally {
        b.t.close()
      }
    }),
    { numRuns: Number(process.env.LAW_RUNS ?? 20) },
  )
  // Histories in which nothing happened would prove nothing.
  const happened = ['awarded', 'urgent', 'run']
  expect(happened.filter((kind) => !done.has(kind))).toEqual([])
}, 120_000)
