/** A book in which hardship cases are entered and decided: programme, people of every role, households with files. */
import type { z } from 'zod'
import { put } from '../../src/access/policies.ts'
import { create as createUser } from '../../src/access/users.ts'
import { type Caller, type Role, throughout } from '../../src/book/registry.ts'
import { receive } from '../../src/funds/contributions.ts'
import { open as openFundCommand } from '../../src/funds/funds.ts'
import { submit } from '../../src/hardship/cases/commands.ts'
import { open as openRound, submitMany } from '../../src/hardship/cases/rounds.ts'
import { caseById, type HardshipCase, standingOf } from '../../src/hardship/cases/rows.ts'
import { open as openFile } from '../../src/hardship/files/commands.ts'
import { open as openProgramme } from '../../src/hardship/programmes/commands.ts'
import type { CaseId, UnitId } from '../../src/kit/ids.ts'
import { findFund } from '../../src/ledger/funds.ts'
import { register } from '../../src/people/commands.ts'
import { form as formHousehold } from '../../src/people/household-commands.ts'
import { setPerson } from '../../src/people/interest-commands.ts'
import type { Workflow, WorkflowStep } from '../../src/policies/workflows.ts'
import { passwordHash } from '../access/matrix-places.ts'
import { bookForTests, type TestBook, type TestBookOptions } from '../journeys/book-for-tests.ts'
import { person, plantUnits, unitId } from '../people/scene.ts'

/** Who acts. Each is a user and a person of the registers of their own. */
export const hands = [
  'administrator',
  'secondAdministrator',
  'approver',
  'upperApprover',
  'member1',
  'member2',
  'member3',
  'member4',
  'member5',
  'auditor',
  'coordinator',
  'owner',
] as const
export type Hand = (typeof hands)[number]

const rolesOfHands: Readonly<Record<Hand, Role>> = {
  administrator: 'fund_administrator',
  secondAdministrator: 'fund_administrator',
  approver: 'approver',
  upperApprover: 'approver',
  member1: 'committee_member',
  member2: 'committee_member',
  member3: 'committee_member',
  member4: 'committee_member',
  member5: 'committee_member',
  auditor: 'auditor',
  coordinator: 'pairing_coordinator',
  owner: 'owner',
}

/** A household of three with a file: head, spouse and child. */
export interface Family {
  readonly head: string
  readonly spouse: string
  readonly child: string
  readonly household: string
  readonly file: number
}

export interface HardshipBook {
  readonly t: TestBook
  /** The caller for each hand; spread it as the `as` of `does`, `asks` and `refuses`. */
  readonly as: Readonly<Record<Hand, Caller>>
  /** The number of the user and the reference of the person behind each hand. */
  readonly users: Readonly<Record<Hand, { readonly user: number; readonly party: string }>>
  /** The units `city`, `north` and `south` below it, and `far` beside it. */
  readonly units: Readonly<Record<'city' | 'north' | 'south' | 'far', UnitId>>
  /** The fund `care`, the whole organisation's, with 1,000,000.00 in bank; the programme `relief` in it. */
  readonly fund: 'care'
  readonly programme: 'relief'
  /** Wang, Li and Zhao, at home in the unit `north`. */
  readonly families: readonly [Family, Family, Family]
  /** A hospital, for payments on behalf. */
  readonly hospital: string
  /** A household of three in a unit, with a file unless told otherwise. */
  family(surname: string, unit?: string, withFile?: boolean): Family
  /** A person at home in a unit with a household and a file of their own. */
  alone(name: string, unit?: string): string
  /** Enters a case by the administrator: 1,000.00 for the head of the first family unless told otherwise. */
  submitCase(given?: Partial<z.input<typeof submit.input>>, hand?: Hand): number
  /** Enters a list of n cases, of people each with a file of their own. */
  submitRound(n: number, given?: RoundGiven): { readonly round: number; readonly cases: number[] }
  /** The row of a case, and where it stands. */
  theCase(id: number): HardshipCase
  at(id: number): { readonly state: string; readonly step: number; readonly step_kind: string }
}

export interface RoundGiven {
  readonly name?: string
  readonly amount?: string
  readonly unit?: string
  readonly form?: 'bank' | 'cash' | 'goods'
  readonly programme?: string
}

export interface HardshipOptions extends TestBookOptions {
  /** The steps of the workflow; verify, approve and pay unless said. */
  readonly steps?: readonly WorkflowStep[]
  readonly workflow?: Partial<Omit<Workflow, 'steps'>>
  readonly help?: z.input<typeof openProgramme.input>['help']
  /** What the fund begins with; nothing comes in for null. */
  readonly money?: string | null
}

/** Puts a policy on workflows in force whose one workflow, `standard`, has these steps. */
export function putWorkflow(
  t: TestBook,
  steps: readonly WorkflowStep[],
  given: HardshipOptions['workflow'] = {},
): void {
  const said = { code: 'standard', name: 'Standard', decide_within_days: null }
  const workflow = { ...said, ratify_within_days: 30, ...given, steps: [...steps] }
  t.does(put, { kind: 'workflows', body: { workflows: [workflow] } })
}

/**
 * A book of 2026-03-31 (CNY, Asia/Shanghai) with everything that cases need. Each call makes a new one in memory; close
 * it with `t.close()`.
 */
export function hardshipBook(options: HardshipOptions = {}): HardshipBook {
  return furnish(bookForTests({ inMemory: true, ...options }), options)
}

/** Puts the same into a book that stands, such as that of a site; a fund `care` that is there is taken. */
export function furnish(t: TestBook, options: HardshipOptions = {}): HardshipBook {
  const { steps, workflow, help = 'one_off', money = '1000000.00' } = options
  plantUnits(t)
  if (!findFund(t.book.store, 'care')) {
    const purpose = { restriction: 'purpose', purpose: 'Hardship' } as const
    t.does(openFundCommand, { fund: 'care', name: 'Care', ...purpose })
  }
  if (money !== null) {
    const party = { kind: 'organisation', name: 'Riverside Works' } as const
    t.does(receive, { fund: 'care', source: 'organisation', party, amount: money })
  }
  if (steps !== undefined || workflow !== undefined) {
    const short = [{ kind: 'verify' }, { kind: 'approve' }, { kind: 'pay' }] as const
    putWorkflow(t, steps ?? short, workflow)
  }
  const said = { name: 'Relief', category: 'care_grants', help, workflow: 'standard' } as const
  t.does(openProgramme, { programme: 'relief', fund: 'care', ...said })
  const users = usersOf(t)
  const made = familiesOf(t)
  const families = [made.family('Wang'), made.family('Li'), made.family('Zhao')] as const
  const hospital = t.does(register, { kind: 'vendor', name: 'First Hospital' }).output.party
  const as = Object.fromEntries(
    hands.map((hand) => [
      hand,
      {
        actor: `user:${users[hand].user}`,
        grants: throughout(rolesOfHands[hand]),
        readsNames: true,
      },
    ]),
  ) as unknown as Record<Hand, Caller>
  const units = Object.fromEntries(
    (['city', 'north', 'south', 'far'] as const).map((unit) => [unit, unitId(t, unit)]),
  ) as HardshipBook['units']
  const places = {
    t,
    as,
    users,
    units,
    fund: 'care',
    programme: 'relief',
    families,
    hospital,
  } as const
  return { ...places, ...made, ...entering(t, as, families[0], made.alone) }
}

function usersOf(t: TestBook): HardshipBook['users'] {
  return Object.fromEntries(
    hands.map((hand, at) => {
      const name = `Officer ${hand}`
      const given = { login: `officer.${at}`, name, role: rolesOfHands[hand], reads_names: true }
      const { user } = t.does(createUser, { ...given, password: passwordHash }).output
      const party = person(t, name, 'city')
      t.does(setPerson, { user, party })
      return [hand, { user, party }]
    }),
  ) as unknown as HardshipBook['users']
}

function familiesOf(t: TestBook) {
  const withFile = (party: string, unit: string) =>
    t.does(openFile, {
      party,
      unit,
      certified: true,
      grade: 'considerable',
      facts: { people: 3, income_year: '18000.00', situation: 'Long illness in the family' },
    }).output.file
  const family = (surname: string, unit = 'north', filed = true): Family => {
    const [head, spouse, child] = ['Wei', 'Fang', 'Xiaoming'].map((given) =>
      person(t, `${surname} ${given}`, unit),
    ) as [string, string, string]
    const members = [
      { party: head, relation: 'head' },
      { party: spouse, relation: 'spouse' },
      { party: child, relation: 'child' },
    ] as const
    const { household } = t.does(formHousehold, { members: [...members], unit }).output
    return { head, spouse, child, household, file: filed ? withFile(head, unit) : 0 }
  }
  const alone = (name: string, unit = 'north'): string => {
    const party = person(t, name, unit)
    withFile(party, unit)
    return party
  }
  return { family, alone }
}

function entering(
  t: TestBook,
  as: HardshipBook['as'],
  { head }: Family,
  alone: HardshipBook['alone'],
) {
  const submitCase: HardshipBook['submitCase'] = (given = {}, hand = 'administrator') => {
    const input = { programme: 'relief', beneficiary: head, cause: 'illness', amount: '1000.00' }
    return t.does(submit, { ...input, ...given }, as[hand]).output.case
  }
  const submitRound: HardshipBook['submitRound'] = (n, given = {}) => {
    const { name = 'Spring visits', amount = '500.00', unit, form = 'bank' } = given
    const { programme = 'relief' } = given
    const where = unit === undefined ? {} : { unit }
    const { round } = t.does(openRound, { programme, name, ...where }, as.administrator).output
    const rows = Array.from({ length: n }, (_, at) => ({
      beneficiary: alone(`Person ${at + 1}`, unit),
      cause: 'poverty',
      amount,
      form,
    }))
    const { first, last } = t.does(submitMany, { round, rows }, as.administrator).output
    const cases = Array.from({ length: last - first + 1 }, (_, at) => first + at)
    return { round, cases }
  }
  const theCase = (id: number) => caseById(t.book.store, id as CaseId)
  const at = (id: number) => standingOf(t.book.store, id as CaseId)
  return { submitCase, submitRound, theCase, at }
}
