/** The form in which a signed slip is recorded. Of the scan its digest is kept; the paper stays in the file. */
import type { Hono } from 'hono'
import { SignaturePage, type SignatureView } from '../../../templates/pages/batch-signature.tsx'
import { sessionUnknown } from '../../access/refusals.ts'
import { requireMay } from '../../book/scope.ts'
import { show } from '../../hardship/batches/queries.ts'
import { signFor } from '../../hardship/batches/signing.ts'
import { sha256Hex } from '../../kit/digest.ts'
import { documentKind, largestDocumentBytes } from '../../kit/document-kinds.ts'
import { Refusal } from '../../kit/refusal.ts'
import { type Answer, mountAct, redirect } from './frame.tsx'
import { told as toldOf } from './refused.ts'
import { readUpload, type Upload } from './upload.ts'
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
  const again = { key: freshKey(desk.book.surroundings.random), values: {}, errors: {} }
  try {
    const upload = await readUpload(c.req.raw, 2 * largestDocumentBytes, documentKind)
    requireStillSignedIn(visit)
    Object.assign(again, { key: upload.fields.key ?? again.key, values: upload.fields })
    if (!upload.files.slip) {
      const errors = { slip: t.tasks.file_missing }
      return asking(visit, { ...again, told: null, errors }, 422)
    }
    const input = signedIn(visit, upload, upload.files.slip.bytes)
    const request = { command: signFor, input, key: again.key, caller }
    const { output } = await desk.offer.submit(request)
    return redirect(visit.href(`/batches/${(output as { batch: string }).batch}?done=sign#lines`))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === sessionUnknown.code) throw error
    return asking(visit, { ...again, told: toldOf(error, t) }, error.status)
  }
}

/** The command's input: of the scans their digests. */
function signedIn({ c }: Visit, { fields, files }: Upload, slip: Uint8Array) {
  const receiver = fields.receiver?.trim()
  const signed = {
    line: Number(c.req.param('line')),
    slip_digest: sha256Hex(slip),
    ...(receiver ? { receiver } : {}),
    ...(files.authority ? { authority_digest: sha256Hex(files.authority.bytes) } : {}),
  }
  const batch = c.req.param('batch')
  return { batch, lines: [signed], ...(fields.on ? { on: fields.on } : {}) }
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
  return { title, body, place: 'disbursing', status }
}
