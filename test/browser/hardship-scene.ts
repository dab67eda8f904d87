/** What stands on the pages of hardship: cases at every step, a sitting, a notice, batches. */
import { put } from '../../src/access/policies.ts'
import { receive } from '../../src/funds/contributions.ts'
import { announce } from '../../src/hardship/after/call-backs.ts'
import { askMore } from '../../src/hardship/applications/asking.ts'
import { make as makeCode } from '../../src/hardship/applications/code-commands.ts'
import { applicationCodeHash, newApplicationCode } from '../../src/hardship/applications/codes.ts'
import { add as addDocument } from '../../src/hardship/applications/document-commands.ts'
import { approve } from '../../src/hardship/awards/approving.ts'
import { prepare } from '../../src/hardship/batches/preparing.ts'
import { release } from '../../src/hardship/batches/releasing.ts'
import { recordResult } from '../../src/hardship/batches/results.ts'
import { submit } from '../../src/hardship/cases/commands.ts'
import { open as openRound, submitMany } from '../../src/hardship/cases/rounds.ts'
import { open as openFile } from '../../src/hardship/files/commands.ts'
import { passChecks, recordChecks } from '../../src/hardship/flow/checks.ts'
import { recordHomeVisit, review, verify } from '../../src/hardship/flow/commands.ts'
import { refuse } from '../../src/hardship/flow/turning.ts'
import { file } from '../../src/hardship/grievances/commands.ts'
import { record } from '../../src/hardship/notices/objecting.ts'
import { putUp } from '../../src/hardship/notices/putting-up.ts'
import { open as openProgramme } from '../../src/hardship/programmes/commands.ts'
import { call, recordAttendance } from '../../src/hardship/sittings/calling.ts'
import { close as closeSitting } from '../../src/hardship/sittings/closing.ts'
import { show as showSitting } from '../../src/hardship/sittings/queries.ts'
import { vote } from '../../src/hardship/sittings/voting.ts'
import { addDays, dayAt } from '../../src/kit/day.ts'
import { register } from '../../src/people/commands.ts'
import { seal } from '../../src/people/sealed-commands.ts'
import { neutralWorkflows } from '../../src/policies/workflows.ts'
import { openFund } from '../funds/scene.ts'
import type { As, TestBook } from '../journeys/book-for-tests.ts'
import { pngFile } from '../kit/documents.ts'

/** A workflow with every kind of step. */
const full = {
  code: 'full',
  name: '完整流程',
  steps: [
    { kind: 'verify' },
    { kind: 'home_visit' },
    { kind: 'deliberate' },
    { kind: 'review' },
    {
      kind: 'checks',
      checks: [
        { code: 'member', name: '在本单位名册内' },
        { code: 'not-helped', name: '两年内未获同类救助' },
      ],
    },
    { kind: 'notice', level: 'unit' },
    { kind: 'approve' },
    { kind: 'pay' },
    { kind: 'revisit', after_months: 6 },
  ],
  decide_within_days: 30,
  ratify_within_days: 15,
} as const

/** What a list goes through that the committee decides. */
const listed = {
  ...full,
  code: 'listed',
  name: '名单流程',
  steps: [{ kind: 'verify' }, { kind: 'deliberate' }, { kind: 'approve' }, { kind: 'pay' }],
} as const

/** Hands other than the owner's, who enters; none of them is a person of the registers. */
const second: As = { actor: 'test:second', role: 'fund_administrator' }
const third: As = { actor: 'test:third', role: 'approver' }

/** The committee carries cases at a sitting of its own. */
function decided(
  t: TestBook,
  which: { readonly cases: number[] } | { readonly round: number },
): void {
  const { sitting } = t.does(call, {}, second).output
  const { attendance } = t.asks(showSitting, { sitting })
  t.does(recordAttendance, { sitting, present: attendance.map(({ user }) => user) }, second)
  t.does(vote, { sitting, ...which, proposal: 'approve', conditions: '票据原件存档。' }, second)
  t.does(closeSitting, { sitting }, second)
}

/** Takes cases from their first step to where they wait for something else. */
function goOn(t: TestBook, cases: readonly number[], until: 'deliberate' | 'notice'): void {
  const all = { cases: [...cases] }
  t.does(verify, all, second)
  t.does(recordHomeVisit, { ...all, findings: '家庭情况与申请相符。' }, second)
  if (until === 'deliberate') return
  decided(t, all)
  t.does(review, all, third)
  const outcomes = ['member', 'not-helped'].map((check) => ({ check, outcome: 'pass' as const }))
  t.does(recordChecks, { ...all, outcomes }, second)
  t.does(passChecks, all, second)
}

const sheet = {
  title: '大病救助拟发放名单公示',
  basis: '江工发〔2026〕5号',
  issuer: '江城市总工会',
  phone: '0571-8888 0000',
  address: '江城市幸福路 1 号',
  contact_person: '陈静',
}

/** A list that is paid: one batch answered by the bank, one that waits for its release. */
function paidList(t: TestBook, people: readonly string[]): void {
  const { round } = t.does(openRound, { programme: 'new-year', name: '元旦慰问名单' }).output
  const rows = people.map((beneficiary) => ({ beneficiary, cause: 'poverty', amount: '200.00' }))
  t.does(submitMany, { round, rows })
  for (const [at, party] of people.entries()) {
    t.does(seal, {
      party,
      field: 'bank_account',
      value: `622848000000${1000 + at}`,
      bank: '农业银行',
    })
  }
  t.does(verify, { round }, second)
  decided(t, { round })
  t.does(approve, { round }, third)
  const batch = { fund: 'aid', form: 'bank', name: '元旦慰问' } as const
  const { batch: first } = t.does(prepare, { ...batch, round }).output
  t.does(release, { batch: first }, second)
  const said = (line: number, outcome: 'paid' | 'rejected') =>
    t.does(recordResult, { batch: first, line, outcome }, second)
  said(1, 'paid')
  said(2, 'rejected')
  t.does(prepare, { ...batch, again_of: first, name: '元旦慰问重发' })
}

/**
 * Files, programmes, cases at their first steps (C-000001, C-000002), before the committee (C-000003, sitting 2), on
 * notice (C-000004, notice 1, objection 1), a list of six (round 1), a list that is paid (round 2, batches 1 and 2), a
 * refused case with an appeal, a case whose applicant is asked for more (C-000015), a code, a paper (document 1).
 */
export function hardshipScene(t: TestBook): void {
  t.does(put, {
    kind: 'workflows',
    body: { workflows: [...neutralWorkflows.workflows, full, listed] as never },
  })
  openFund(t, 'aid', { name: '职工互助救助基金', purpose: '困难职工救助' })
  const union = { kind: 'organisation', name: '江城市总工会' } as const
  t.does(receive, { fund: 'aid', source: 'organisation', party: union, amount: '200000.00' })
  const programme = { fund: 'aid', category: 'care_grants', help: 'medical' } as const
  t.does(openProgramme, { ...programme, programme: 'relief', name: '大病救助', workflow: 'full' })
  const visits = {
    ...programme,
    category: 'comfort_visits',
    help: 'visit',
    workflow: 'standard',
  } as const
  t.does(openProgramme, { ...visits, programme: 'festival', name: '2026 年春节走访慰问' })
  t.does(openProgramme, { ...visits, programme: 'new-year', name: '元旦慰问', workflow: 'listed' })
  const facts = {
    people: 3,
    income_year: '18000.00',
    situation: '长期患病，无固定收入；家中有一名学生。',
  } as const
  const filed = (party: string) =>
    t.does(openFile, { party, certified: true, grade: 'considerable', facts }).output.file
  filed('P-000001')
  const asked = { programme: 'relief', cause: 'illness', amount: '8000.00' } as const
  t.does(submit, {
    ...asked,
    beneficiary: 'P-000001',
    cause_text: '三月住院手术，自付部分较高。',
  })
  const people = [
    '刘桂兰',
    '欧阳小明',
    'María de la Concepción Fernández-Castañeda',
    '赵国强',
    '孙丽',
    '周建华',
  ]
  const others = people.map(
    (name) => t.does(register, { kind: 'person', name, unit: 'north' }).output.party,
  )
  for (const party of others) filed(party)
  const cases = others
    .slice(0, 3)
    .map((beneficiary) => t.does(submit, { ...asked, beneficiary }).output.case)
  goOn(t, [cases[2]!], 'notice')
  const { notice } = t.does(putUp, { ...sheet, cases: [cases[2]!] }, second).output
  const about = { notice, serial: 1, form: 'named', from: '张伟' } as const
  t.does(record, { ...about, text: '该户已获其他救助，请核实。' }, second)
  goOn(t, [cases[1]!], 'deliberate')
  const { sitting } = t.does(call, { place: '工会会议室' }, second).output
  const { attendance } = t.asks(showSitting, { sitting })
  t.does(recordAttendance, { sitting, present: attendance.map(({ user }) => user) }, second)
  t.does(announce, { from: '2026-01-01', to: '2026-12-31', size: 20 }, second)
  const { round } = t.does(openRound, { programme: 'festival', name: '春节走访名单' }).output
  const rows = others.map((beneficiary) => ({ beneficiary, cause: 'poverty', amount: '500.00' }))
  t.does(submitMany, { round, rows })
  paidList(t, others.slice(3))
  const refused = t.does(submit, { ...asked, beneficiary: others[3]! }).output.case
  const because = { rule: 'not_eligible', text: '不在救助范围内。' } as const
  t.does(refuse, { cases: [refused], ...because }, third)
  t.does(
    file,
    { case: refused, kind: 'appeal', from: '赵国强', text: '本人情况符合第三条。' },
    second,
  )
  askedForMore(t, others[4]!)
}

/** A case of a person with a code, who is asked for more after a bill came in. */
function askedForMore(t: TestBook, beneficiary: string): void {
  const asked = t.does(submit, {
    programme: 'relief',
    cause: 'illness',
    amount: '3000.00',
    beneficiary,
  })
  const { case: id } = asked.output
  const content = Buffer.from(pngFile()).toString('base64')
  t.does(addDocument, { case: id, kind: 'bill', name: '住院费用发票.png', content }, second)
  t.does(askMore, { cases: [id], question: '请补交出院小结。' }, second)
  const hash = applicationCodeHash(newApplicationCode(t.book.surroundings.random))
  const untilOn = addDays(dayAt(t.now(), 'Asia/Shanghai'), 60)
  t.does(makeCode, { hash, party: beneficiary, programme: 'relief', until_on: untilOn })
}
