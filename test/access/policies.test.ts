/** Commands and queries of policies: dated, never before what was decided, within what the caller reaches. */
import { describe, expect, it } from 'vitest'
import { adoptPreset, put } from '../../src/access/policies.ts'
import { history, list, show, version } from '../../src/access/policy-queries.ts'
import { type Caller, throughout } from '../../src/book/registry.ts'
import type { UnitId } from '../../src/kit/ids.ts'
import { Refusal } from '../../src/kit/refusal.ts'
import { neutralPolicies } from '../../src/policies/defaults.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'
import { put as putRow } from '../store/sample-book.ts'

const north = 1 as UnitId
const south = 2 as UnitId
const below = 3 as UnitId

/** Units north, with one below it, and south. */
function withUnits(t: TestBook): void {
  const { store } = t.book
  store.transaction((): undefined => {
    const units = [
      [north, 'north', null],
      [south, 'south', null],
      [below, 'below', north],
    ] as const
    for (const [id, code, parent_id] of units) {
      putRow(store, 'unit', { id, code })
      putRow(store, 'unit_version', { id, unit_id: id, parent_id, name: code, closed: 0 })
    }
  })
}

const notice = (days: number) => ({
  stages: [{ level: 'unit', days, counted_in: 'working_days' }],
})

const ofNorth: Partial<Caller> = { grants: [{ role: 'owner', unit: north }] }

function opened(): TestBook {
  const t = bookForTests({ inMemory: true })
  withUnits(t)
  return t
}

describe('policies.put', () => {
  it('holds from its day on, and leaves what was decided before under the version before', () => {
    const t = opened()
    t.does(put, { kind: 'notice', body: notice(3), effective_from: '2025-01-01', reason: 'Rule 7' })
    t.does(put, { kind: 'notice', body: notice(5) })
    t.does(put, { kind: 'notice', body: notice(7), effective_from: '2026-05-01' })
    const days = (on: string) => t.asks(show, { kind: 'notice', on })
    expect(days('2024-12-31')).toMatchObject({ version: null, body: neutralPolicies.notice })
    expect(days('2026-03-30')).toMatchObject({ version: 1, body: notice(3) })
    expect(days('2026-03-31')).toMatchObject({ version: 2, effective_from: '2026-03-31' })
    expect(days('2026-05-01')).toMatchObject({ version: 3, body: notice(7) })
    const { policies } = t.asks(list, {})
    const listed = policies.find(({ kind }) => kind === 'notice')
    expect(listed).toMatchObject({
      version: 2,
      set_for: null,
      differs: null,
      coming: [{ version: 3, effective_from: '2026-05-01' }],
    })
  })

  it('policy.before_today: what was decided under a version is not given another', () => {
    const t = opened()
    t.does(put, { kind: 'notice', body: notice(3) })
    const late = { kind: 'notice', body: notice(5), effective_from: '2026-03-30' } as const
    expect(t.refuses(put, late)).toMatchObject({ code: 'policy.before_today', status: 409 })
    // A unit has the organisation's until it has one of its own.
    expect(t.refuses(put, { ...late, unit: 'north' }).code).toBe('policy.before_today')
    expect(t.does(put, { ...late, kind: 'tiers', body: { tiers: [] } }).output.version).toBe(2)
  })

  it('policy.unchanged: the same again is nothing to record, however it is written', () => {
    const t = opened()
    const body = { tiers: [{ currency: 'CNY', above: '1000', decided_by: 'committee' }] }
    t.does(put, { kind: 'tiers', body })
    const same = { tiers: [{ ...body.tiers[0]!, above: '1000.00' }] }
    const refused = t.refuses(put, { kind: 'tiers', body: same })
    expect(refused.code).toBe('policy.unchanged')
  })

  it('input.invalid: a body is told what is wrong at its field', () => {
    const t = opened()
    const body = { ...neutralPolicies.duties, emergency_others: 1 }
    const { code, values } = t.refuses(put, { kind: 'duties', body })
    expect(code).toBe('input.invalid')
    expect(values.issues).toEqual([
      { field: 'body.emergency_others', problem: 'write a number from 2 on' },
    ])
  })

  it('policy.of_organisation: one signs in to the organisation, not to a unit', () => {
    const t = opened()
    const body = neutralPolicies.sign_in
    const refused = t.refuses(put, { kind: 'sign_in', unit: 'north', body })
    expect(refused).toMatchObject({ code: 'policy.of_organisation', values: { unit: 'north' } })
  })

  it('an owner of a unit sets what holds there and below, and reaches nothing else', () => {
    const t = opened()
    t.does(put, { kind: 'notice', body: notice(3) })
    const own = t.does(put, { kind: 'notice', body: notice(5), unit: 'north' }, ofNorth).output
    expect(t.refuses(put, { kind: 'notice', body: notice(5), unit: 'south' }, ofNorth).code).toBe(
      'unit.unknown',
    )
    // Without a unit it is the one that they have.
    const other = t.does(put, { kind: 'notice', body: notice(6) }, ofNorth).output
    const at = (unit: string | null) => t.asks(show, { kind: 'notice', unit })
    expect(at('below')).toMatchObject({ version: other.version, set_for: 'north' })
    expect([at('south').version, at(null).version]).toEqual([1, 1])
    expect(own.version).toBe(2)
    const refused = t.refuses(adoptPreset, { preset: 'cooperative' }, ofNorth)
    expect(refused.code).toBe('access.beyond_scope')
    const hidden = { grants: [{ role: 'auditor', unit: south }] } as const
    const asked = () => t.asks(version, { version: own.version }, hidden)
    expect(asked).toThrow(expect.objectContaining({ code: 'policy.unknown' }) as Error)
    expect(() => t.asks(history, { kind: 'notice', unit: 'north' }, hidden)).toThrow(Refusal)
    expect(t.asks(version, { version: 1 }, hidden).body).toEqual(notice(3))
  })

  it('is for owners alone', () => {
    const t = opened()
    const grants = throughout('fund_administrator')
    const refused = t.refuses(put, { kind: 'notice', body: notice(3) }, { grants })
    expect(refused.code).toBe('access.not_allowed')
  })
})

describe('policies.adopt_preset', () => {
  it('records what differs from what holds, once, and what is changed later is told', () => {
    const t = opened()
    const { versions } = t.does(adoptPreset, { preset: 'party_branch' }).output
    expect(versions.map(({ kind }) => kind)).toEqual([
      ...['duties', 'committee', 'tiers', 'workflows', 'causes', 'notice', 'caps', 'payments'],
      ...['pairing', 'visiting', 'calendar', 'retention', 'sign_in'],
    ])
    expect(t.refuses(adoptPreset, { preset: 'party_branch' }).code).toBe('policy.unchanged')
    const duties = t.asks(show, { kind: 'duties' }).body
    t.does(put, { kind: 'duties', body: { ...duties, emergency_others: 3 } })
    const { preset, policies } = t.asks(list, {})
    expect(preset).toBe('party_branch')
    const differing = policies.filter(({ differs }) => differs!.length > 0)
    expect(differing.map(({ kind, differs }) => [kind, differs])).toEqual([
      ['duties', ['emergency_others']],
    ])
    const again = t.does(adoptPreset, { preset: 'party_branch', kinds: ['duties'] }).output
    expect(again.versions).toEqual([{ kind: 'duties', version: 15 }])
  })
})

describe('policies.history', () => {
  it('says who, when, from which day and what changed; a reason is for who may read names', () => {
    const t = opened()
    t.does(adoptPreset, { preset: 'cooperative' })
    const { body } = t.asks(show, { kind: 'committee' })
    const changed = { ...body, quorum_share: '3/4', supervisors_attend: false }
    const reason = 'Asked for by Maria Lopez'
    t.does(put, { kind: 'committee', body: changed, effective_from: '2026-06-01', reason })
    const asked = (readsNames: boolean) =>
      t.asks(history, { kind: 'committee' }, { readsNames }).versions
    expect(asked(true)).toMatchObject([
      {
        effective_from: '2026-06-01',
        preset: null,
        reason,
        changed: ['quorum_share', 'supervisors_attend'],
        actor: 'test:owner',
        at: t.now(),
      },
      { effective_from: '2026-03-31', preset: 'cooperative', reason: null },
    ])
    expect(asked(false)[0]!.reason).toBe('***')
    const event = t.book.store.all('select subject from event order by seq desc limit 1', [])
    expect(event).toEqual([{ subject: `policy/${asked(true)[0]!.version}` }])
  })
})
