/** The papers of a case and what is asked of its applicant: adding, reading, verifying, asking, answering. */
import type { Hono } from 'hono'
import { PaperPage } from '../../../templates/pages/case-papers.tsx'
import { requireMay } from '../../book/scope.ts'
import { takeAccount } from '../../hardship/applications/application-queries.ts'
import { answer, askMore } from '../../hardship/applications/asking.ts'
import { add, content, verify } from '../../hardship/applications/document-commands.ts'
import { documentPapers } from '../../hardship/applications/documents.ts'
import { documentFileMissing } from '../../hardship/applications/refusals.ts'
import { show as showCase } from '../../hardship/cases/show-query.ts'
import { documentKind, largestDocumentBytes } from '../../kit/document-kinds.ts'
import { Refusal } from '../../kit/refusal.ts'
import { aboutCase } from './award-forms.tsx'
import { mountForm } from './forms.tsx'
import { type Answer, mountAct, type Page, redirect } from './frame.tsx'
import { inOne, told } from './refused.ts'
import { readUpload } from './upload.ts'
import { type Desk, requireStillSignedIn, type Visit } from './visit.ts'
import { freshKey } from './visitor.tsx'

const oneCase = '/cases/:case{[0-9]+}'
const caseOf = ({ c }: Visit) => Number(c.req.param('case'))
const documentOf = ({ c }: Visit) => Number(c.req.param('document'))

/** Mounts what is done with papers and questions. */
export function mountCaseDocuments(app: Hono, desk: Desk): void {
  mountAct(app, desk, 'get', `${oneCase}/documents/new`, (visit) => {
    requireMay(visit.caller, add)
    return adding(visit, null)
  })
  mountAct(app, desk, 'post', `${oneCase}/documents/new`, added)
  mountAct(app, desk, 'get', `${oneCase}/documents/:document{[0-9]+}`, downloaded)
  mountVerifying(app, desk)
  mountAsking(app, desk)
}

function adding(visit: Visit, refusal: Refusal | null): Page {
  const { t, language, href } = visit
  const shown = visit.ask(showCase, { case: caseOf(visit) })
  const body = PaperPage({
    t,
    language,
    breadcrumb: { href: href(`/cases/${shown.case}`), label: shown.reference },
    action: href(`/cases/${shown.case}/documents/new`),
    key: freshKey(visit.desk.book.surroundings.random),
    kinds: documentPapers.map((value) => ({ value, label: t.apply.papers[value] })),
    problem: refusal ? inOne(told(refusal, t)) : null,
  })
  const status = refusal?.status ?? 200
  return { title: t.apply.documents.add, body, place: 'hardship', status }
}

async function added(visit: Visit): Promise<Answer> {
  requireMay(visit.caller, add)
  try {
    const { fields, files } = await readUpload(visit.c.req.raw, largestDocumentBytes, documentKind)
    requireStillSignedIn(visit)
    if (!files.file) throw documentFileMissing({})
    const { name, bytes } = files.file
    const kind = documentPapers.find((one) => one === fields.kind) ?? 'other'
    const bytesText = Buffer.from(bytes).toString('base64')
    const input = { case: caseOf(visit), kind, name, content: bytesText }
    const key = fields.key ?? freshKey(visit.desk.book.surroundings.random)
    await visit.desk.offer.submit({ command: add, input, key, caller: visit.caller })
    return redirect(visit.href(`/cases/${caseOf(visit)}?done=paper_added#documents`))
  } catch (error) {
    if (!(error instanceof Refusal) || !/^(?:document|body|form)\./.test(error.code)) throw error
    return adding(visit, error)
  }
}

/** A document as a file: never shown within a page of ours, whatever it holds. */
function downloaded(visit: Visit): Response {
  const found = visit.ask(content, { document: documentOf(visit) })
  const name = encodeURIComponent(found.name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16)}`,
  )
  return new Response(Buffer.from(found.content, 'base64'), {
    headers: {
      'content-type': found.media_type,
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}

function mountVerifying(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: `${oneCase}/documents/:document{[0-9]+}/amount`,
    command: verify,
    place: 'hardship',
    about: aboutCase,
    title: (t, visit) => t.apply.documents.verify_title({ document: documentOf(visit) }),
    lead: (t) => t.apply.documents.verify_lead,
    fields: [
      {
        name: 'amount',
        kind: 'money',
        label: (t) => t.apply.documents.amount,
        currency: ({ visit }) => visit.ask(showCase, { case: caseOf(visit) }).currency,
      },
    ],
    checked: false,
    button: (t) => t.apply.documents.do_verify,
    done: (output) => `/cases/${output.case}#documents`,
  })
}

function mountAsking(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: `${oneCase}/question`,
    command: askMore,
    place: 'hardship',
    about: aboutCase,
    title: (t) => t.apply.application.ask,
    lead: (t) => t.apply.application.ask_lead,
    fields: [
      { name: 'question', kind: 'long_text', label: (t) => t.apply.application.ask_question },
    ],
    checked: false,
    input: (read, { visit }) => ({ ...read, cases: [caseOf(visit)] }),
    button: (t) => t.apply.application.do_ask,
    done: ({ cases }) => `/cases/${cases[0]}?done=asked`,
  })
  mountForm(app, desk, {
    path: `${oneCase}/answer`,
    command: answer,
    place: 'hardship',
    about: aboutCase,
    title: (t) => t.apply.application.answer,
    lead: (t) => t.apply.application.answer_lead,
    fields: [{ name: 'answer', kind: 'long_text', label: (t) => t.apply.application.answer_text }],
    checked: false,
    button: (t) => t.apply.application.do_answer,
    done: (output) => `/cases/${output.case}?done=answered`,
  })
  mountForm(app, desk, {
    path: `${oneCase}/account`,
    command: takeAccount,
    place: 'hardship',
    about: aboutCase,
    title: (t) => t.apply.application.take,
    lead: (t) => t.apply.application.take_lead,
    fields: [],
    checked: false,
    button: (t) => t.apply.application.do_take,
    done: (output) => `/cases/${output.case}?done=account_taken#application`,
  })
}
