/** What is sent with an application code: papers, the application itself, answers. */
import type { Context, Handler, Hono } from 'hono'
import type { AnyPageCommand } from '../../book/registry.ts'
import { callerOfCode } from '../../hardship/applications/codes.ts'
import { applicantPapers } from '../../hardship/applications/documents.ts'
import { addToDraft, saveDraft, takeFromDraft } from '../../hardship/applications/drafts.ts'
import { documentFileMissing } from '../../hardship/applications/refusals.ts'
import { addDocumentToSent, answer, send } from '../../hardship/applications/sending.ts'
import { documentKind, documentMedia, largestDocumentBytes } from '../../kit/document-kinds.ts'
import { Refusal } from '../../kit/refusal.ts'
import { type Applicant, checking, papersPage, status, written } from './apply-pages.tsx'
import { readForm } from './form-body.ts'
import { redirect } from './frame.tsx'
import { sameOrigin } from './same-origin.ts'
import { keyOf } from './start-owner.tsx'
import { readUpload } from './upload.ts'

type Work = (who: Applicant) => Response | Promise<Response>

/** Mounts what changes something of an application beyond its answers. */
export function mountApplyActs(
  app: Hono,
  base: string,
  page: (route: string, work: (c: Context) => Response | Promise<Response>) => Handler,
  withCode: (work: Work) => (c: Context) => Promise<Response>,
): void {
  const acts: readonly (readonly [route: string, work: Work])[] = [
    ['/papers', addingPaper],
    ['/papers/remove', removingPaper],
    ['/send', sending],
    ['/answer', answering],
    ['/paper', addingLater],
  ]
  for (const [route, work] of acts) {
    app.post(`${base}${route}`, sameOrigin, page(route, withCode(work)))
  }
}

interface Paper {
  readonly kind: (typeof applicantPapers)[number]
  readonly name: string
  readonly content: Uint8Array
  readonly key: string | undefined
}

/** The file of a form. Refuses what reading it refuses, what `documentKind` refuses, and `document.file`. */
async function paperIn({ c }: Applicant): Promise<Paper> {
  const { fields, files } = await readUpload(c.req.raw, largestDocumentBytes, documentKind)
  if (!files.file) throw documentFileMissing({})
  const kind = applicantPapers.find((one) => one === fields.kind) ?? 'other'
  return { kind, name: files.file.name, content: files.file.bytes, key: fields.key }
}

async function addingPaper(who: Applicant): Promise<Response> {
  if (who.code.case_id !== null) return redirect(`${who.place}/status`)
  try {
    const { kind, name, content } = await paperIn(who)
    const media_type = documentMedia[documentKind({ name, bytes: content })]
    saveDraft(who.door.book, who.code, (draft, sealing) => ({
      ...draft,
      documents: addToDraft(sealing, who.code, draft, { kind, name, media_type, content }),
    }))
    return redirect(`${who.place}/form/documents`)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return written(who, ({ draft }) => papersPage(who, draft, error))
  }
}

async function removingPaper(who: Applicant): Promise<Response> {
  if (who.code.case_id !== null) return redirect(`${who.place}/status`)
  const { document = '' } = await readForm(who.c.req.raw)
  saveDraft(who.door.book, who.code, (draft, sealing) => ({
    ...draft,
    documents: takeFromDraft(sealing, who.code, draft, Number(document)),
  }))
  return redirect(`${who.place}/form/documents`)
}

/** Does a command with the code, once for each key of a form. */
async function does(
  { door, code, counter }: Applicant,
  command: AnyPageCommand,
  input: unknown,
  key: string | undefined,
): Promise<void> {
  const given = keyOf(key === undefined ? {} : { key }, counter.porch)
  await door.submit({ command, input, key: given, caller: callerOfCode(code) })
}

async function sending(who: Applicant): Promise<Response> {
  const { saved_at = '', key } = await readForm(who.c.req.raw)
  const input = { saved_at: /^\d{1,15}$/.test(saved_at) ? Number(saved_at) : 0 }
  try {
    await does(who, send, input, key)
    return redirect(`${who.place}/status?done=sent`)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return checking(who, error)
  }
}

async function answering(who: Applicant): Promise<Response> {
  const { answer: text = '', key } = await readForm(who.c.req.raw)
  try {
    await does(who, answer, { answer: text }, key)
    return redirect(`${who.place}/status?done=answered`)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return status(who, { answer: text, field: 'answer', refusal: error })
  }
}

async function addingLater(who: Applicant): Promise<Response> {
  try {
    const { kind, name, content, key } = await paperIn(who)
    const input = { kind, name, content: Buffer.from(content).toString('base64') }
    await does(who, addDocumentToSent, input, key)
    return redirect(`${who.place}/status?done=added`)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return status(who, { field: 'file', refusal: error })
  }
}
