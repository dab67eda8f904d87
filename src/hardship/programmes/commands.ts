/** Commands of programmes and of events that struck people. */
import { z } from 'zod'
import { codeField, dayField, nameField } from '../../book/fields.ts'
import { type Act, command, type Role } from '../../book/registry.ts'
import type { ProgrammeId } from '../../kit/ids.ts'
import { fundById, fundWithCode, requireOpenFund } from '../../ledger/funds.ts'
import { payoutCategories } from '../../ledger/roles.ts'
import { unitById } from '../../people/units.ts'
import { policyInForce } from '../../policies/in-force.ts'
import { workflowWithCode } from '../../policies/workflows.ts'
import { insert, nextId } from '../../store/prepare.ts'
import {
  findAidEvent,
  helps,
  type Programme,
  programmeCodeTaken,
  programmeWithCode,
} from './programmes.ts'
import {
  aidEventInFuture,
  aidEventTaken,
  programmeNoWorkflow,
  programmeTaken,
  programmeUnchanged,
} from './refusals.ts'

/** Who sets up what money is given for. */
const keepers: readonly Role[] = ['owner', 'fund_administrator']

const said = {
  name: nameField,
  fund: codeField,
  /** The expense that its grants are booked to. */
  category: z.enum(payoutCategories),
  /** The kind of help that caps speak of. */
  help: z.enum(helps),
  /** A code in the policy on workflows. */
  workflow: codeField,
}

const output = z.object({ programme: z.string() })
const shared = {
  may: keepers,
  reach: 'units',
  output,
  subject: ({ programme }: z.output<typeof output>) => `programme/${programme}`,
} as const

type Version = Pick<Programme, 'name' | 'fund_id' | 'category' | 'help' | 'workflow' | 'open'>

function writeVersion(act: Act, programme: ProgrammeId, version: Version): void {
  insert(act, 'programme_version', {
    id: nextId(act, 'programme_version'),
    programme_id: programme,
    name: version.name,
    fund_id: version.fund_id,
    category: version.category,
    help: version.help,
    workflow: version.workflow,
    open: version.open,
    event_seq: act.seq,
  })
}

/** Refuses `programme.no_workflow` when the policy that holds where the fund is has none with that code. */
function requireWorkflow(act: Act, { fund_id, workflow }: Version): void {
  const { unit_id: unit } = fundById(act, fund_id)
  const { body } = policyInForce(act, 'workflows', { unit, on: act.today })
  if (workflowWithCode(body, workflow)) return
  throw programmeNoWorkflow({ workflow, unit: unit === null ? null : unitById(act, unit).code })
}

export const open = command({
  name: 'programmes.open',
  summary: 'Opens a programme under which help is given, with its fund and its workflow',
  ...shared,
  route: { method: 'POST', path: '/programmes' },
  input: z.strictObject({ programme: codeField, ...said }),
  run: (act, { programme: code, fund: fundCode, ...given }) => {
    const fund = fundWithCode(act, fundCode)
    requireOpenFund(act, fund)
    if (programmeCodeTaken(act, code)) throw programmeTaken({ programme: code })
    const version: Version = { ...given, fund_id: fund.id, open: 1 }
    requireWorkflow(act, version)
    const id = nextId(act, 'programme')
    insert(act, 'programme', { id, code, event_seq: act.seq })
    writeVersion(act, id, version)
    return { programme: code }
  },
})

export const revise = command({
  name: 'programmes.revise',
  summary:
    'Says what a programme is from now on, or closes it to new cases; cases entered keep theirs',
  ...shared,
  route: { method: 'POST', path: '/programmes/{programme}/versions' },
  input: z.strictObject({
    programme: codeField,
    ...z.strictObject(said).partial().shape,
    /** False: it takes no new cases. */
    open: z.boolean().optional(),
  }),
  run: (act, { programme: code, fund: fundCode, open: isOpen, ...given }) => {
    const before = programmeWithCode(act, code)
    // Who is below a programme enters its cases; to alter it one reaches its fund.
    const fund = fundWithCode(act, fundCode ?? fundById(act, before.fund_id).code)
    const version: Version = {
      name: given.name ?? before.name,
      fund_id: fund.id,
      category: given.category ?? before.category,
      help: given.help ?? before.help,
      workflow: given.workflow ?? before.workflow,
      open: isOpen === undefined ? before.open : isOpen ? 1 : 0,
    }
    if (version.open === 1) {
      requireOpenFund(act, fund)
      requireWorkflow(act, version)
    }
    const same = Object.entries(version).every(
      ([name, value]) => before[name as keyof Version] === value,
    )
    if (same) throw programmeUnchanged({ programme: code })
    writeVersion(act, before.id, version)
    return { programme: code }
  },
})

export const recordAidEvent = command({
  name: 'aid_events.record',
  summary: 'Records an event that struck people, such as a flood, which caps may count by',
  may: ['owner', 'fund_administrator', 'pairing_coordinator'],
  reach: 'units',
  route: { method: 'POST', path: '/aid-events' },
  input: z.strictObject({ aid_event: codeField, name: nameField, happened_on: dayField }),
  output: z.object({ aid_event: z.string() }),
  subject: ({ aid_event }) => `aid_event/${aid_event}`,
  run: (act, { aid_event: code, name, happened_on }) => {
    if (happened_on > act.today) {
      throw aidEventInFuture({ day: happened_on, today: act.today })
    }
    if (findAidEvent(act, code)) throw aidEventTaken({ aid_event: code })
    insert(act, 'aid_event', {
      id: nextId(act, 'aid_event'),
      code,
      name,
      happened_on,
      event_seq: act.seq,
    })
    return { aid_event: code }
  },
})
