/**
 * Issues the statements of many funds for one period. Each is an act of its own, with a key of its own that
 * is the same whenever the task is begun again: so none is issued twice, and stopping leaves those issued. A
 * fund whose statement is refused does not keep the others from theirs.
 */
import { Refusal } from '../kit/refusal.ts'
import { issue } from '../statements/commands.ts'
import { documentOf } from '../statements/document.ts'
import type { StatementLanguage } from '../statements/statement.ts'
import type { Job, Progress } from './work.ts'

/** How often a paper is offered to drawers that are busy with other people's. */
const mostTries = 50

interface Asked {
  readonly funds: readonly string[]
  readonly from: string
  readonly to: string
  readonly language: StatementLanguage
}

/** A refusal as a result keeps it. */
interface Kept {
  readonly code: string
  readonly sentence: string
  readonly remedy: string
  readonly values: Readonly<Record<string, unknown>>
}

interface Issued {
  readonly fund: string
  readonly statement: string
  /** Characters that the fonts lack; null where no paper was drawn. */
  missing: readonly string[] | null
  /** Why it was not drawn although this host draws; its data can be downloaded all the same. */
  not_drawn?: Kept
}

interface Result {
  readonly issued: Issued[]
  readonly refused: (Kept & { readonly fund: string })[]
}

/** The work of `issue_statements`. */
export async function* issueStatementsWork(job: Job): AsyncGenerator<Progress, void, void> {
  const { funds, from, to, language } = job.asked as unknown as Asked
  const result: Result = { issued: [], refused: [] }
  Object.assign(job.result, result)
  const total = funds.length
  yield { part: 'issuing', done: 0, total }
  for (const [position, fund] of funds.entries()) {
    const statement = await issuedFor(job, { fund, from, to, language }, result.refused)
    if (statement !== null) {
      const issued: Issued = { fund, statement, missing: null }
      result.issued.push(issued)
      if (job.offer.background.draws) {
        yield { part: 'drawing', done: position, total }
        Object.assign(issued, await drawn(job, statement, language))
      }
    }
    yield { part: 'issuing', done: position + 1, total }
  }
  const [first] = result.refused
  if (result.issued.length === 0 && first) throw new NothingIssued()
}

/** Every statement was refused: the result says why. */
export class NothingIssued extends Error {}

async function issuedFor(
  job: Job,
  input: { fund: string; from: string; to: string; language: StatementLanguage },
  refused: Result['refused'],
): Promise<string | null> {
  const { fund } = input
  const key = job.keyOf(fund)
  try {
    const { output } = await job.offer.submit({ command: issue, input, key, caller: job.caller })
    return (output as { statement: string }).statement
  } catch (error) {
    // A full disk or a lost file is no fund's own trouble.
    if (!(error instanceof Refusal) || error.status >= 500) throw error
    const { code, message: sentence, remedy, values } = error
    refused.push({ fund, code, sentence, remedy, values })
    return null
  }
}

/** Draws the paper as it will be downloaded, to find what would be wrong with it. */
async function drawn(
  job: Job,
  number: string,
  language: StatementLanguage,
): Promise<Pick<Issued, 'missing' | 'not_drawn'>> {
  try {
    return { missing: await missingFrom(job, number, language) }
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 500) throw error
    const { code, message: sentence, remedy, values } = error
    return { missing: null, not_drawn: { code, sentence, remedy, values } }
  }
}

/** The characters of a paper that the fonts lack. */
async function missingFrom(job: Job, number: string, language: StatementLanguage) {
  const { offer } = job
  const signer = await offer.signer()
  const document = await documentOf(offer.book.store, signer, number, 'masked')
  const hand = signer.withKey(document.proof!.key.kid!) ?? signer
  for (let tries = 1; ; tries += 1) {
    try {
      const paper = { paper: 'statement', document, language } as const
      return (await offer.renderPdf(paper, hand.sign)).missing
    } catch (error) {
      const busy = error instanceof Refusal && error.code === 'render.busy'
      if (!busy || tries === mostTries) throw error
      await offer.background.pause()
    }
  }
}
