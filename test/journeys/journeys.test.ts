import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256Hex } from '../../src/kit/digest.ts'
import { registry } from '../../src/registry.ts'
import { reportText } from '../../src/verification/report.ts'
import { operationsOf } from '../../src/web/operations.ts'
import { type Client, walked } from './client.ts'
import { fixedNodeHost, fixedWorkerdHost, type Host, nodeHost, workerdHost } from './hosts.ts'
import { journeys } from './journeys.ts'

const hosts: Readonly<Record<string, () => Host | Promise<Host>>> = {
  'the Node server': nodeHost,
  'a Durable Object in workerd': workerdHost,
  'Node with a fixed clock': fixedNodeHost,
  'workerd with a fixed clock': fixedWorkerdHost,
}

/** How a book stands when a journey has ended. */
interface Ended {
  readonly trialBalance: unknown
  /** Every event with its hash. */
  readonly events: unknown
  /** The digest of each file of each statement, by name. */
  readonly files: Readonly<Record<string, string>>
}

const ended = new Map<string, Ended>()

for (const [name, start] of Object.entries(hosts)) {
  describe(`on ${name}`, () => {
    let host: Host | undefined
    beforeAll(async () => {
      host = await start()
    })
    afterAll(() => host?.stop())

    for (const journey of journeys) {
      it(journey.name, async () => {
        const owner = await host!.found(journey.book)
        await journey.walk(owner)
        ended.set(`${journey.book} on ${name}`, {
          trialBalance: await owner.asks('/trial-balance'),
          events: await owner.asks('/events?limit=1000'),
          files: await filesOf(owner),
        })
      })
    }

    it('keeps books that verify', async () => {
      const reports = await host!.stop()
      host = undefined
      expect(reports.filter(({ passed }) => !passed).map(reportText)).toEqual([])
      expect(reports.length).toBe(journeys.length)
    })
  })
}

async function filesOf(owner: Client): Promise<Record<string, string>> {
  const { statements } = await owner.asks('/statements?fund=care')
  const files: Record<string, string> = {}
  for (const { statement } of statements as { statement: string }[]) {
    for (const name of [`${statement}.pdf`, `${statement}.html`, `${statement}.csv`]) {
      const { status, bytes, text } = await owner.get(`/statements/${name}?edition=named`)
      files[name] = status === 200 ? sha256Hex(bytes) : text
    }
  }
  return files
}

/** What needs somebody signed in at a browser, not a token: `test/web/second-factor.test.ts` walks them. */
const ofPeople = [
  'GET /sign-in',
  'POST /users/{user}/second-factor/reset',
  // A second person confirms: `test/privacy` and `test/web/pages/personal-data.test.ts` walk it.
  'POST /erasures/{request}/confirmations',
  // A second and a third person: `test/funds/payment-requests.test.ts` and `test/browser/duties.test.ts` walk them.
  'POST /payment-requests/{request}/approvals',
  'POST /payment-requests/{request}/emergency-agreements',
  'POST /payment-requests/{request}/declination',
  'POST /payment-requests/{request}/payment',
  // A notice that has run, and decisions by others: `test/hardship/notices` and `test/hardship/grievances` walk them.
  'POST /notices/{notice}/taking-down',
  'POST /objections/{objection}/decision',
  'POST /objections/{objection}/sender-readings',
  'POST /grievances/{grievance}/decision',
  // Another hand than who recorded what was done says how a side answers: `test/pairing/agreements` walks it.
  'POST /variance-statements/{statement}/signatures',
  // A case is approved by others, and a batch released by others: `test/hardship/batches` walks them.
  'POST /batches',
  'POST /batches/{batch}/lines/{line}/removal',
  'POST /batches/{batch}/drop',
  'POST /batches/{batch}/release',
  'POST /batches/{batch}/lines/{line}/result',
  'POST /batches/{batch}/lines/{line}/bounce',
  'POST /batches/{batch}/signatures',
  'POST /batches/{batch}/close',
  'GET /batches/{batch}',
  'GET /batches/{batch}/lines',
  'GET /batches/{batch}/check',
  // Others than who entered a case take its steps and decide: `test/hardship/flow`, `test/hardship/awards` and
  // `test/browser/hardship.test.ts` walk them.
  'POST /cases/verifications',
  'POST /cases/home-visits',
  'POST /cases/reviews',
  'POST /cases/checks',
  'POST /cases/clearances',
  'POST /cases/returns',
  'POST /cases/refusals',
  'POST /cases/approvals',
  'POST /cases/emergency-agreements',
  'POST /cap-requests/{request}/decision',
  'POST /awards/ends',
  'POST /awards/ratifications',
  'POST /payouts/{payout}/clawbacks',
  'POST /clawbacks/{clawback}/receipts',
  // Whoever has a code applies, and others ask and look at papers: `test/hardship/applications` and
  // `test/web/pages/apply.test.ts` walk them.
  'POST /application-codes',
  'POST /application-codes/{code}/ends',
  'POST /cases/{case}/accounts',
  'POST /cases/questions',
  'POST /cases/{case}/answers',
  'POST /cases/{case}/documents',
  'POST /case-documents/{document}/amounts',
  'GET /case-documents/{document}/content',
  'GET /cases/{case}/application',
  // Own pages are opened with a code: `test/pairing/own` and `test/web/pages/together.test.ts` walk them.
  'POST /pairing-codes',
  'POST /pairing-codes/{code}/ends',
  'GET /pairing-codes',
  // Somebody else checks the hours: `test/pairing/service` walks it.
  'POST /service-hours/checks',
  // Papers of cases that several people made: `test/web/case-papers.test.ts` walks them.
  'GET /notices/{notice}/sheet.pdf',
  'GET /sittings/{sitting}/minutes.pdf',
  'GET /batches/{batch}/roster.{format}',
  'GET /batches/{batch}/slips.pdf',
  // What follows a payment of a case: `test/hardship/after` and `test/web/pages/followups.test.ts` walk them.
  'POST /delivery-confirmations',
  'POST /call-back-draws/{draw}/drawing',
  'POST /call-backs/{call_back}/answers',
  'POST /cases/{case}/revisits',
  // Another than who went or recorded a visit asks whether it was so: `test/pairing/visits` walks it.
  'POST /visits/{visit}/confirmation',
  // Another approves that a pair ends before it is watched: `test/pairing/pairs` and `test/web/pages/pairs.test.ts`.
  'POST /pairs/{pair}/observation-end',
  'POST /pairs/{pair}/resumption',
  // Whoever signs in declares their own: `test/web/pages/requests.test.ts` walks them.
  'POST /interests',
  'POST /interests/{interest}/end',
]

describe('one book on two hosts', () => {
  for (const { book, name } of journeys) {
    it(`gives the same trial balance everywhere: ${name}`, () => {
      const [first, ...others] = Object.keys(hosts).map((host) => ended.get(`${book} on ${host}`))
      expect(first).toBeDefined()
      for (const other of others) expect(other?.trialBalance).toEqual(first?.trialBalance)
    })

    it(`gives the same events, hashes and files where clock and chance are the same: ${name}`, () => {
      const onNode = ended.get(`${book} on Node with a fixed clock`)
      expect(onNode).toBeDefined()
      expect(ended.get(`${book} on workerd with a fixed clock`)).toEqual(onNode)
    })
  }

  it('walks every route of the interface on every host', () => {
    const left = operationsOf(registry).filter(({ method, path }) => {
      const pattern = new RegExp(`^${method} ${path.replace(/\{\w+\}/g, '[^/]+')}$`)
      return ![...walked].some((one) => pattern.test(one))
    })
    const missed = left.map(({ method, path }) => `${method} ${path}`)
    expect(missed.filter((one) => !ofPeople.includes(one))).toEqual([])
  })
})
