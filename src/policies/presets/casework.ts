/** What presets are made of: steps, standing checks (handbook A3, A5) and causes by the classes of A3. */
import type { Cause, Causes } from '../causes.ts'
import type { Workflow, WorkflowStep } from '../workflows.ts'

type Checks = Extract<WorkflowStep, { kind: 'checks' }>['checks']

export const verify: WorkflowStep = { kind: 'verify' }
export const homeVisit: WorkflowStep = { kind: 'home_visit' }
export const deliberate: WorkflowStep = { kind: 'deliberate' }
export const review: WorkflowStep = { kind: 'review' }
export const notice: WorkflowStep = { kind: 'notice', level: 'unit' }
export const approve: WorkflowStep = { kind: 'approve' }
export const pay: WorkflowStep = { kind: 'pay' }

/** Six months, or twelve, after the payment somebody looks again (B: six to twelve months are observed). */
export const revisitIn = (after_months: 6 | 12): WorkflowStep => ({ kind: 'revisit', after_months })

export const checksOf = (checks: Checks): WorkflowStep => ({ kind: 'checks', checks })

/** A month to ratify what was paid in an emergency: no measure names a length, so it is a judgement to be looked at. */
const ratifyDays = 30

/** A workflow; how long it may take no measure says. `emergency`: small help may be paid first. */
export function workflow(
  code: string,
  name: string,
  steps: readonly WorkflowStep[],
  { emergency = false } = {},
): Workflow {
  return {
    code,
    name,
    steps: [...steps],
    decide_within_days: null,
    ratify_within_days: emergency ? ratifyDays : null,
  }
}

/** What keeps a member from help, each by itself (A3), and the joint check with public bodies (A3, Siyang). */
export const exclusionsOfParty: Checks = [
  { code: 'organisation-life', name: 'Takes part in the life of the branch' },
  { code: 'dues', name: 'Dues are paid' },
  { code: 'assessment', name: 'No failing assessment in three years' },
  { code: 'sanctions', name: 'Not under investigation or sanction' },
  { code: 'membership', name: 'Member of this organisation' },
  { code: 'need', name: 'Household is in need' },
  { code: 'repute', name: 'In good repute' },
  { code: 'joint', name: 'Joint check with public bodies' },
]

/** A union helps its members who are in need, and nobody twice for the same (A3). */
export const exclusionsOfUnion: Checks = [
  { code: 'membership', name: 'Member of this organisation' },
  { code: 'dues', name: 'Dues are paid' },
  { code: 'need', name: 'Household is in need' },
  { code: 'double', name: 'Not helped elsewhere for the same' },
]

/** Ninety days of service, and asked within 180 days of the event (F3). */
export const exclusionsOfEmployer: Checks = [
  { code: 'service', name: 'Employed for ninety days' },
  { code: 'in-time', name: 'Asked within 180 days of the event' },
  { code: 'double', name: 'Not helped elsewhere for the same' },
]

/** Only who belongs to it is helped, and who is in need (A3: whoever gives is helped). */
export const exclusionsOfMembers: Checks = [
  { code: 'membership', name: 'Member of this organisation' },
  { code: 'need', name: 'Household is in need' },
]

/** The classes of A3 with their codes. */
const classes = {
  eld: ['Long-standing member', '老党员、老职工', '老黨員、老職工'],
  pov: ['Low income', '生活困难', '生活困難'],
  ill: ['Serious illness', '重大疾病', '重大疾病'],
  dis: ['Natural disaster', '自然灾害', '天然災害'],
  acc: ['Accident', '意外事故', '意外事故'],
  mar: ['Death or injury on duty', '因公牺牲、殉职或致残', '因公犧牲、殉職或傷殘'],
  cad: ['Former village official', '离任村干部', '離任村幹部'],
  hon: ['Holder of honours in hardship', '荣誉获得者', '榮譽獲得者'],
  han: ['Disability', '残疾', '身心障礙'],
  flw: ['Member working elsewhere', '流动党员', '流動黨員'],
  ber: ['Death in the family', '亲属去世', '親屬去世'],
  sch: ['Cost of schooling', '子女就学', '子女就學'],
} as const
export type CauseClass = keyof typeof classes

/** What tells of illness or disability (A7). */
const sensitive: readonly CauseClass[] = ['ill', 'han']

/** Causes by their classes. */
export function causesOf(...codes: readonly CauseClass[]): Causes {
  return {
    causes: codes.map((code): Cause => {
      const [en, hans, hant] = classes[code]
      const name = { en, 'zh-Hans': hans, 'zh-Hant': hant }
      return { code, name, sensitive: sensitive.includes(code) }
    }),
  }
}
