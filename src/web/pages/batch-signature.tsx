/** The form in which a signed slip is recorded. Of the scan its digest is kept; the paper stays in the file. */
import type { Hono } from 'hono'
import { SignaturePage, type SignatureView } from '../../../templates/pages/batch-signature.tsx'
import { requireMay } from '../../book/scope.ts'
import { show } from '../../hardship/batches/queries.ts'
import { signFor } from '../../hardship/batches/signing.ts'
import { sha256Hex } from '../../kit/digest.ts'
import { Refusal } from '../../kit/refusal.ts'
import { type Answer, mountAct, redirect } from './frame.tsx'
import { told as toldOf } from './refused.ts'
import { readUpload } from './upload.ts'
import { type Desk, requireStillSignedIn, type Visit } from './visit.ts'
import { freshKey } from './visitor.tsx'

const path = '/batches/:batch/lines/:line{[0-9]+}/signature'

/** Mounts the form of a signature. */
export function mountSignature(app: Hono, desk: Desk): void {
  mountAct(app, desk, 'get', path, (visit) => {
    requireMay(visit.caller, signFor)
    visit.ask(show, { batch: visit.c.req.param('batch')! })
    const key = freshKey(desk.book.surroundings.random)
    return asking(visit, { key, told: null, errors: {}, values: {} }, 200)
  })
  mountAct(app, desk, 'post', path, answered)
}

async function answered(visit: Visit): Promise<Answer> {
  const { desk, caller, c, t } = visit
  requireMay(caller, signFor)
  const { fields, files } = await readUpload(c.req.raw, desk.offer.tasks.mostFileBytes)
  requireStillSignedIn(visit)
  const key = fields.key ?? freshKey(desk.book.surroundings.random)
  const again = { key, values: fields }
  if (!files.slip) {
    const errors = { slip: t.tasks.file_missing }
    return asking(visit, { ...again, told: null, errors }, 422)
  }
  const receiver = fields.receiver?.trim()
  const signed = {
    line: Number(c.req.param('line')),
    slip_digest: sha256Hex(files.slip.bytes),
    ...(receiver ? { receiver } : {}),
    ...(files.authority ? { authority_digest: sha256Hex(files.authority.bytes) } : {}),
  }
  const input = {
    batch: c.req.param('batch'),
    lines: [signed],
    ...(fields.on ? { on: fields.on } : {}),
  }
  try {
    const { output } = await desk.offer.submit({ command: signFor, input, key, caller })
    const { batch } = output as { batch: string }
    return redirect(visit.href(`/batches/${batch}?done=sign#lines`))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return asking(visit, { ...again, told: toldOf(error, t), errors: {} }, error.status)
  }
}

function asking(
  visit: Visit,
  asked: Pick<SignatureView, 'key' | 'told' | 'errors' | 'values'>,
  status: number,
): Answer {
  const { t, language, href, c } = visit
  const [batch, line] = [c.req.param('batch')!, c.req.param('line')!]
  const title = t.batches.sign_title({ batch, line })
  const body = SignaturePage({
    t,
    language,
    title,
    breadcrumbs: [
      { href: href('/batches'), label: t.batches.title },
      { href: href(`/batches/${batch}`), label: batch },
    ],
    action: href(`/batches/${batch}/lines/${line}/signature`),
    ...asked,
  })
  return { title, body, place: 'hardship', status }
}
