/** Pages on which a book is checked: verification, checkpoints to keep elsewhere, its public keys. */
import type { Hono } from 'hono'
import {
  CheckpointPage,
  type CheckpointView,
  ChecksPage,
  type CompareView,
  type KeyView,
  type VerificationView,
} from '../../../templates/pages/checks.tsx'
import { type PublicKey, show as showOrganisation } from '../../access/organisation.ts'
import { show as showCheckpoint } from '../../book/checkpoints.ts'
import { canonicalJson } from '../../kit/canonical.ts'
import { Refusal } from '../../kit/refusal.ts'
import { checkpoint as currentCheckpoint } from '../../statements/queries.ts'
import { beginVerification } from '../../tasks/commands.ts'
import { list as listTasks } from '../../tasks/queries.ts'
import { auditPages } from './audit.tsx'
import { type Answer, mountAct, mountPage, type Page } from './frame.tsx'
import { told } from './refused.ts'
import { resultView, taskView } from './task-views.ts'
import type { Desk, Visit } from './visit.ts'
import { freshKey } from './visitor.tsx'

/** Mounts the pages of checks. */
export function mountChecks(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/audit/checks', checksPage)
  mountAct(app, desk, 'get', '/audit/checkpoint', checkpointPage)
  mountAct(app, desk, 'get', '/audit/checkpoint.json', checkpointFile)
  mountPage(app, desk, '/audit/public-keys.json', keysFile)
}

function checksPage(visit: Visit): Page {
  const { t, language, organisation, desk } = visit
  const body = ChecksPage({
    t,
    language,
    timeZone: organisation.time_zone,
    pages: auditPages(visit, 'checks'),
    verify: visit.may(beginVerification)
      ? { action: visit.href('/tasks/verify'), key: freshKey(desk.book.surroundings.random) }
      : null,
    last: lastVerification(visit),
    checkpoint: checkpointView(visit.ask(currentCheckpoint, {})),
    print: visit.href('/audit/checkpoint'),
    download: visit.href('/audit/checkpoint.json'),
    compare: compareView(visit),
    keys: visit.ask(showOrganisation, {}).signing_keys.map(keyView),
    keysFile: visit.href('/audit/public-keys.json'),
  })
  return { title: t.audit.checks, body, place: 'audit' }
}

/** Tasks looked through for the last verification: some months of a busy book. */
const mostTasks = 200

function lastVerification(visit: Visit): VerificationView | null {
  if (!visit.may(listTasks)) return null
  const { tasks } = visit.ask(listTasks, { limit: mostTasks })
  const task = tasks.find(({ kind }) => kind === 'verify_book')
  if (!task) return null
  const { href, state, begunAt, endedAt } = taskView(visit, task)
  return { href, state, at: endedAt ?? begunAt, result: resultView(visit, task) }
}

interface Checkpoint {
  readonly book: string
  readonly tree_size: number
  readonly root: string
  readonly chain_head: string
  readonly at: number
}

function checkpointView({ book, tree_size, root, chain_head, at }: Checkpoint): CheckpointView {
  return {
    book,
    treeSize: tree_size,
    root,
    chainHead: chain_head,
    at: new Date(at).toISOString(),
  }
}

function keyView(key: PublicKey): KeyView {
  return { kid: key.kid, jwk: canonicalJson(key) }
}

/** An earlier checkpoint as the book has it now, for the number of events that the address names. */
function compareView(visit: Visit): CompareView {
  const action = visit.href('/audit/checks')
  // As it stands on paper, thousands may be separated.
  const size = visit.param('size').replace(/[\s,\u202f\u00a0]/g, '')
  if (size === '') return { action, size, found: null, told: null }
  try {
    const found = checkpointView(visit.ask(showCheckpoint, { tree_size: size }))
    return { action, size, found, told: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { action, size, found: null, told: told(error, visit.t) }
  }
}

/** The checkpoint of now, signed by the book's hand. */
async function signedCheckpoint(visit: Visit) {
  const checkpoint = visit.ask(currentCheckpoint, {})
  const signer = await visit.desk.offer.signer()
  return { checkpoint, signature: await signer.sign(checkpoint), key: signer.key }
}

async function checkpointPage(visit: Visit): Promise<Answer> {
  const { t, language, organisation, desk } = visit
  const { checkpoint, signature, key } = await signedCheckpoint(visit)
  const body = CheckpointPage({
    t,
    language,
    timeZone: organisation.time_zone,
    organisation: organisation.name,
    breadcrumbs: [{ href: visit.href('/audit/checks'), label: t.audit.checks }],
    checkpoint: checkpointView(checkpoint),
    now: new Date(desk.book.surroundings.now()).toISOString(),
    signature,
    key: keyView(key),
    download: visit.href('/audit/checkpoint.json'),
  })
  return { title: t.audit.checkpoint, body, place: 'audit' }
}

async function checkpointFile(visit: Visit): Promise<Response> {
  const signed = await signedCheckpoint(visit)
  const { book, tree_size } = signed.checkpoint
  const format = 'care-ledger/checkpoint@1'
  return jsonFile({ format, ...signed }, `checkpoint-${book}-${tree_size}.json`)
}

/** The public keys as a JWK Set (RFC 7517), newest first, as `care-ledger verify --key` takes it. */
function keysFile(visit: Visit): Response {
  const keys = visit.ask(showOrganisation, {}).signing_keys.toReversed()
  return jsonFile({ keys }, 'public-keys.json')
}

function jsonFile(value: unknown, name: string): Response {
  return new Response(`${canonicalJson(value)}\n`, {
    headers: {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
