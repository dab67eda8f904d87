/** Where the pages of hardship can be seen, and what stands on them. */
import { put } from '../../src/access/policies.ts'
import { submit } from '../../src/hardship/cases/commands.ts'
import { open as openRound, submitMany } from '../../src/hardship/cases/rounds.ts'
import { open as openFile } from '../../src/hardship/files/commands.ts'
import { open as openProgramme } from '../../src/hardship/programmes/commands.ts'
import { register } from '../../src/people/commands.ts'
import { neutralWorkflows } from '../../src/policies/workflows.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'

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

/** Files, programmes, cases at their first steps (C-000001 to C-000004), a list of six (round 1). */
export function hardshipScene(t: TestBook): void {
  t.does(put, {
    kind: 'workflows',
    body: { workflows: [...neutralWorkflows.workflows, full] as never },
  })
  const programme = { fund: 'care', category: 'care_grants', help: 'medical' } as const
  t.does(openProgramme, { ...programme, programme: 'relief', name: '大病救助', workflow: 'full' })
  t.does(openProgramme, {
    ...programme,
    programme: 'festival',
    name: '2026 年春节走访慰问',
    category: 'comfort_visits',
    help: 'visit',
    workflow: 'standard',
  })
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
  for (const beneficiary of others.slice(0, 3)) t.does(submit, { ...asked, beneficiary })
  const { round } = t.does(openRound, { programme: 'festival', name: '春节走访名单' }).output
  const rows = others.map((beneficiary) => ({ beneficiary, cause: 'poverty', amount: '500.00' }))
  t.does(submitMany, { round, rows })
}

/** Pages by their routes, as in places.ts. */
export const hardshipPages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/b/:book/disbursements': {
    disbursements: '/disbursements?from=2026-01-01&to=2026-12-31',
    'disbursements-none': '/disbursements?from=2019-01-01&to=2019-12-31',
  },
  '/b/:book/funds/:fund/paying-account': { 'paying-account': '/funds/care/paying-account' },
}
