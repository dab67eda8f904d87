/** What policies may say: every preset is one that could be put, and what is none is told at its field. */
import chineseDays from 'chinese-days'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../src/kit/canonical.ts'
import { addDays, day } from '../../src/kit/day.ts'
import type { Minor } from '../../src/kit/money.ts'
import { isWorkingDay } from '../../src/kit/working-days.ts'
import { workingCalendarOf } from '../../src/policies/calendar.ts'
import {
  approvalAboveMinor,
  approvalsNeeded,
  deciderOf,
  emergencyLimitMinor,
  hasQuorum,
  isCarried,
} from '../../src/policies/deciding.ts'
import { neutralPolicies } from '../../src/policies/defaults.ts'
import { bodies, type PolicyKind, policyKinds } from '../../src/policies/kinds.ts'
import { chinaCalendar } from '../../src/policies/presets/china-days.ts'
import { presetIds, presetPolicies } from '../../src/policies/presets.ts'
import { messages } from '../../templates/messages/messages.ts'
import { problemIn } from '../../templates/messages/problems.ts'

const places = [
  { currency: 'CNY', time_zone: 'Asia/Shanghai' },
  { currency: 'USD', time_zone: 'America/Chicago' },
  { currency: 'JPY', time_zone: 'Asia/Tokyo' },
]
const minor = (n: number) => n as Minor

describe('presets', () => {
  it.each(presetIds.flatMap((preset) => places.map((place) => [preset, place] as const)))(
    '%s says what may be put, to the letter: %o',
    (preset, place) => {
      const said = presetPolicies(preset, place)
      for (const kind of policyKinds) {
        const parsed = bodies[kind].safeParse(said[kind])
        expect(parsed.error?.issues ?? []).toEqual([])
        expect(canonicalJson(parsed.data)).toBe(canonicalJson(said[kind]))
      }
    },
  )

  it('the neutral default may be put as well', () => {
    for (const kind of policyKinds) {
      expect(bodies[kind].parse(neutralPolicies[kind])).toEqual(neutralPolicies[kind])
    }
  })

  it('speak in the currency of the organisation alone, and know the calendar of its place', () => {
    const [inChina, inAmerica, inJapan] = places.map((place) =>
      presetPolicies('party_branch', place),
    )
    expect(inChina!.duties.approval_above).toEqual({ CNY: '0.00' })
    expect(inAmerica!.duties.approval_above).toBeNull()
    expect(inAmerica!.duties.emergency_allowed).toBe(false)
    expect(inJapan!.caps.caps.map(({ value, currency }) => [value.kind, currency])).toEqual([
      ['none', 'JPY'],
      ['none', 'JPY'],
      ['none', 'JPY'],
    ])
    expect(inChina!.calendar.make_up_days.length).toBeGreaterThan(80)
    expect(inAmerica!.calendar).toEqual(neutralPolicies.calendar)
  })
})

describe('the calendar of China', () => {
  // West of Greenwich the package itself takes a day for the one before.
  const west = new Date(2026, 0, 1).getTimezoneOffset() > 0

  it.skipIf(west)(
    'agrees with the package that it is of, on every day of its years and the next',
    () => {
      const calendar = workingCalendarOf(chinaCalendar())
      const wrong: string[] = []
      for (let on = day('2004-01-01'); on <= '2027-12-31'; on = addDays(on, 1)) {
        if (isWorkingDay(calendar, on) !== chineseDays.isWorkday(on)) wrong.push(on)
      }
      expect(wrong).toEqual([])
    },
  )

  it('knows the make-up days of 2025 and 2026', () => {
    const known = chinaCalendar().make_up_days.filter(({ day: on }) => on >= '2025-01-01')
    expect(known.map(({ day: on, name }) => `${on} ${name}`)).toMatchInlineSnapshot(`
      [
        "2025-01-26 Spring Festival",
        "2025-02-08 Spring Festival",
        "2025-04-27 Labour Day",
        "2025-09-28 National Day",
        "2025-10-11 National Day",
        "2026-01-04 New Year's Day",
        "2026-02-14 Spring Festival",
        "2026-02-28 Spring Festival",
        "2026-05-09 Labour Day",
        "2026-09-20 National Day",
        "2026-10-10 National Day",
      ]
    `)
  })
})

const { duties, committee, masks, payments, sign_in } = neutralPolicies
const standard = { name: 'Subsistence', currency: 'CNY', amount: '600' }
const row = {
  help: 'any',
  scope: 'person',
  window: 'calendar_year',
  window_months: null,
  currency: 'CNY',
  value: { kind: 'fixed', amount: '10' },
  least: null,
  most: null,
  times_most: null,
}
const steps = (...kinds: string[]) => ({
  workflows: [
    {
      code: 'a',
      name: 'A',
      steps: kinds.map((kind) => ({ kind, ...(kind === 'notice' && { level: 'unit' }) })),
      decide_within_days: null,
      ratify_within_days: null,
    },
  ],
})
const checks = { kind: 'checks', checks: [{ code: 'a', name: 'A' }] }
const stage = { level: 'unit', days: 5, counted_in: 'working_days' }
const holiday = { day: '2026-01-01', name: 'New Year' }

describe('what a policy may not say is told at its field', () => {
  it.each<[PolicyKind, object, string]>([
    ['duties', { ...duties, not_the_same: [] }, 'not_the_same'],
    ['duties', { ...duties, not_the_same: ['entered_approved', 'entered_paid'] }, 'not_the_same'],
    ['duties', { ...duties, emergency_others: 1 }, 'emergency_others'],
    ['duties', { ...duties, emergency_allowed: true }, 'emergency_limit'],
    ['duties', { ...duties, approval_above: {} }, 'approval_above'],
    ['duties', { ...duties, approval_above: { CNY: '-1' } }, 'approval_above.CNY'],
    ['duties', { ...duties, approval_above: { XXQ: '1' } }, 'approval_above.XXQ'],
    ['duties', { ...duties, approval_above: { JPY: '1.5' } }, 'approval_above.JPY'],
    [
      'duties',
      { ...duties, incompatible_roles: [{ one: 'owner', other: 'owner' }] },
      'incompatible_roles.0',
    ],
    [
      'duties',
      { ...duties, approvals: [{ currency: 'CNY', above: 'x', approvals: 1 }] },
      'approvals.0.above',
    ],
    [
      'duties',
      { ...duties, approvals: [{ currency: 'CNY', above: '1', approvals: 0 }] },
      'approvals.0.approvals',
    ],
    ['duties', { ...duties, quorum: 1 }, ''],
    ['committee', { ...committee, quorum_share: '3/2' }, 'quorum_share'],
    ['committee', { ...committee, quorum_share: '1/0' }, 'quorum_share'],
    ['committee', { ...committee, quorum_members: 3 }, 'quorum_share'],
    ['committee', { ...committee, quorum_share: null }, 'quorum_share'],
    ['workflows', { workflows: [] }, 'workflows'],
    ['workflows', steps('verify', 'pay'), 'workflows.0.steps'],
    ['workflows', steps('approve', 'verify'), 'workflows.0.steps'],
    ['workflows', steps('approve', 'approve', 'pay'), 'workflows.0.steps'],
    ['workflows', steps('pay', 'approve'), 'workflows.0.steps'],
    ['workflows', steps('deliberate', 'deliberate', 'approve', 'pay'), 'workflows.0.steps'],
    ['workflows', steps('notice', 'notice', 'approve', 'pay'), 'workflows.0.steps'],
    ['workflows', steps('verify', 'checks', 'approve', 'pay'), 'workflows.0.steps.1.checks'],
    ['workflows', steps('verify', 'approve', 'pay', 'revisit'), 'workflows.0.steps.3.after_months'],
    [
      'workflows',
      steps(...Array<string>(19).fill('verify'), 'approve', 'pay'),
      'workflows.0.steps',
    ],
    [
      'workflows',
      { workflows: [{ ...steps().workflows[0], steps: [checks, checks] }] },
      'workflows.0.steps',
    ],
    [
      'workflows',
      {
        workflows: [
          {
            ...steps().workflows[0],
            steps: [{ kind: 'approve' }, { kind: 'revisit', after_months: 6 }, { kind: 'pay' }],
          },
        ],
      },
      'workflows.0.steps',
    ],
    [
      'workflows',
      { workflows: [0, 1].map(() => steps('approve', 'pay').workflows[0]) },
      'workflows',
    ],
    ['causes', { causes: [] }, 'causes'],
    ['causes', { causes: [0, 1].map(() => neutralPolicies.causes.causes[0]) }, 'causes'],
    [
      'causes',
      { causes: [{ code: 'a', name: { en: 'A', 'zh-Hans': 'A' }, sensitive: false }] },
      'causes.0.name.zh-Hant',
    ],
    ['standards', { standards: [0, 1].map(() => standard) }, 'standards'],
    ['standards', { standards: [{ ...standard, amount: '' }] }, 'standards.0.amount'],
    ['standards', { standards: [{ ...standard, currency: 'XXQ' }] }, 'standards.0.currency'],
    ['payments', { ...payments, unusual_percent: 100 }, 'unusual_percent'],
    [
      'payments',
      { ...payments, grades: { ...payments.grades, no_account: 'blue' } },
      'grades.no_account',
    ],
    ['notice', { stages: [{ ...stage, days: 0 }] }, 'stages.0.days'],
    ['notice', { stages: [{ ...stage, days: 367 }] }, 'stages.0.days'],
    ['notice', { stages: [stage, stage] }, 'stages'],
    [
      'tiers',
      { tiers: [{ currency: 'CNY', above: '1', decided_by: 'king' }] },
      'tiers.0.decided_by',
    ],
    [
      'tiers',
      {
        tiers: [
          { currency: 'CNY', above: '1', decided_by: 'approver' },
          { currency: 'CNY', above: '1.00', decided_by: 'committee' },
        ],
      },
      'tiers',
    ],
    ['caps', { caps: [{ ...row, window: 'rolling_months' }] }, 'caps.0.window_months'],
    ['caps', { caps: [{ ...row, window_months: 3 }] }, 'caps.0.window_months'],
    ['caps', { caps: [{ ...row, value: { kind: 'none' } }] }, 'caps.0.value'],
    [
      'caps',
      { caps: [{ ...row, value: { kind: 'share_of_document', percent: '101' } }] },
      'caps.0.value.percent',
    ],
    ['caps', { caps: [{ ...row, least: '5', most: '4' }] }, 'caps.0.most'],
    [
      'caps',
      { caps: [{ ...row, value: { kind: 'fixed', amount: '1,00' } }] },
      'caps.0.value.amount',
    ],
    ['calendar', { weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [], make_up_days: [] }, 'weekend'],
    ['calendar', { weekend: [], holidays: [holiday, holiday], make_up_days: [] }, 'holidays'],
    ['calendar', { weekend: [], holidays: [holiday], make_up_days: [holiday] }, 'make_up_days'],
    [
      'calendar',
      { weekend: [], holidays: [{ ...holiday, day: '2026-02-30' }], make_up_days: [] },
      'holidays.0.day',
    ],
    ['masks', { ...masks, phone: { ...masks.phone, notice: 'masked_name' } }, 'phone.notice'],
    ['masks', { ...masks, unnamed_below_years: 99 }, 'unnamed_below_years'],
    ['sign_in', { ...sign_in, session_hours: 0 }, 'session_hours'],
    ['sign_in', { ...sign_in, idle_minutes: 1 }, 'idle_minutes'],
    ['retention', { ...neutralPolicies.retention, donor_years: -1 }, 'donor_years'],
  ])('%s %o: %s', (kind, body, field) => {
    const { error } = bodies[kind].safeParse(body)
    expect(error?.issues.map(({ path }) => path.join('.'))).toContain(field)
    const untold = error?.issues.filter(
      ({ message }) => problemIn(messages.en, message) === message,
    )
    expect(untold).toEqual([])
  })

  it('amounts are kept in full, whatever was left out of them', () => {
    const said = bodies.duties.parse({
      ...duties,
      approval_above: { CNY: '0', USD: '12.5', JPY: '7' },
    })
    expect(said.approval_above).toEqual({ CNY: '0.00', USD: '12.50', JPY: '7' })
  })
})

describe('what policies decide', () => {
  const strict = presetPolicies('party_branch', places[0]!)

  it.each([
    [1, 1],
    [100_000, 1],
    [100_001, 2],
  ])('%i fen need %i approvals', (amount, approvals) => {
    expect(approvalsNeeded(strict.duties, minor(amount), 'CNY')).toBe(approvals)
  })

  it('where nothing is said none is needed', () => {
    expect(approvalsNeeded(duties, minor(10_000_000), 'CNY')).toBe(0)
    expect(approvalsNeeded(strict.duties, minor(10_000_000), 'USD')).toBe(0)
    expect(approvalAboveMinor(strict.duties, 'CNY')).toBe(0)
    expect(approvalAboveMinor(duties, 'CNY')).toBeNull()
    expect(emergencyLimitMinor(strict.duties, 'CNY')).toBe(100_000)
    expect(emergencyLimitMinor(duties, 'CNY')).toBeNull()
  })

  it.each([
    [100_000, 'CNY', 'committee'],
    [100_001, 'CNY', 'higher_body'],
    [100_001, 'USD', undefined],
  ] as const)('%i in %s is decided by %s', (amount, currency, by) => {
    expect(deciderOf(strict.tiers, minor(amount), currency)).toBe(by)
  })

  it.each([
    ['2/3', null, 2, 3, true],
    ['2/3', null, 1, 3, false],
    ['2/3', null, 4, 6, true],
    ['1/2', null, 2, 5, false],
    ['1/2', null, 0, 0, false],
    [null, 3, 3, 9, true],
    [null, 3, 2, 2, false],
  ] as const)('quorum of %s or %s: %i of %i there, %s', (share, members, present, all, held) => {
    const of = { ...committee, quorum_share: share, quorum_members: members }
    expect(hasQuorum(of, { present, members: all })).toBe(held)
  })

  it.each([
    ['1/2', 'more_than', 'present', 2, 4, 6, false],
    ['1/2', 'more_than', 'present', 3, 4, 6, true],
    ['2/3', 'at_least', 'present', 2, 3, 9, true],
    ['1/2', 'more_than', 'members', 3, 3, 6, false],
    ['1/2', 'more_than', 'members', 4, 4, 6, true],
    ['1/1', 'at_least', 'present', 0, 0, 6, false],
  ] as const)(
    'a majority %s %s of %s: %i in favour, %i there, %i in all: %s',
    (majority_share, majority_over, majority_of, inFavour, present, members, carried) => {
      const of = { ...committee, majority_share, majority_over, majority_of }
      expect(isCarried(of, { inFavour, present, members })).toBe(carried)
    },
  )
})
