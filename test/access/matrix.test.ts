/**
 * Every command and every query for every role: what it may in its units, and that nothing outside of them
 * exists for it. Made from the registry, so that a new name without a sample fails (matrix-samples.ts).
 * That strangers get nothing at all is held in test/web/guard.test.ts, for every route.
 */
import { afterAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.ts'
import { ask, perform } from '../../src/book/book.ts'
import {
  type AnyPageCommand,
  type AnyQuery,
  type Caller,
  type Role,
  roles,
  throughout,
} from '../../src/book/registry.ts'
import * as contributions from '../../src/funds/contributions.ts'
import * as payouts from '../../src/funds/payouts.ts'
import { give } from '../../src/funds/receipts.ts'
import { Refusal } from '../../src/kit/refusal.ts'
import { register } from '../../src/people/commands.ts'
import { registry } from '../../src/registry.ts'
import { issue } from '../../src/statements/commands.ts'
import { downloads } from '../../src/web/downloads.ts'
import { everything } from '../../src/work/search.ts'
import { callerAs } from '../journeys/book-for-tests.ts'
import { addToken, base, offerFor, secretOf } from '../web/site.ts'
import { inUnit, marks, matrixBook, nowhere, type Place } from './matrix-places.ts'
import { ofOneself, samples } from './matrix-samples.ts'

const book = matrixBook()
const { t, a, a1, b, whole } = book
afterAll(t.close)

type Asked = AnyPageCommand | AnyQuery
const all: readonly Asked[] = [...registry.commands, ...registry.pageCommands, ...registry.queries]
const sampled = all.filter(({ reach }) => reach !== 'oneself')

const actor = `user:${a1.user}`
const inA = (role: Role) => callerAs({ actor, grants: [{ role, unit: a.id }] })
const everywhere = (role: Role) => callerAs({ actor, grants: throughout(role) })

interface Told {
  /** The answer, or what was refused, as text. */
  readonly text: string
  readonly status: number
  readonly code: string | null
}

let keys = 0

/** What a caller is answered; commands are only rehearsed. */
function told(asked: Asked, input: unknown, caller: Caller): Told {
  keys += 1
  const key = `matrix-key-${keys}-0123456789`
  try {
    const output =
      asked.type === 'query'
        ? ask(t.book, asked, input, caller)
        : perform(t.book, { command: asked, input, key, caller, dryRun: true }).output
    return { text: JSON.stringify(output), status: 200, code: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { status, code, message, remedy } = error
    return { text: `${message} ${remedy}`, status, code }
  }
}

const inputOf = ({ name }: Asked, of: Place) => samples[name]?.(of, book)

/** Each value of an input that differs from that of another, in the order of its fields. */
function differing(one: unknown, other: unknown): [string, string][] {
  if (typeof one !== 'object' || one === null) {
    return one === other ? [] : [[String(one), String(other)]]
  }
  return Object.keys({ ...one, ...(other as object) }).flatMap((key) =>
    differing((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  )
}

/** A refusal with what was named in it taken out. */
function nameless({ text, status, code }: Told, named: readonly string[]): string {
  const without = [...named]
    .sort((x, y) => y.length - x.length)
    .reduce(
      (rest, one) => rest.replaceAll(new RegExp(`(?<![\\w-])${one}(?![\\w-])`, 'g'), '…'),
      text,
    )
  return `${status} ${code} ${without}`
}

/** What shuts a caller out; other refusals are of the matter itself. */
const isShut = ({ status, code }: Told) =>
  status === 401 || status === 404 || code?.startsWith('access.')
/** Of places outside of A, what no answer to a caller there may hold. */
const foreign = new RegExp(
  [marks.b, marks.whole].flatMap(({ word, whole: amount }) => [word, `${amount}\\.0`]).join('|'),
  'i',
)

describe('the registry', () => {
  it('[A3] has a sample for each name, and no sample is of another', () => {
    expect(Object.keys(samples).sort()).toEqual(sampled.map(({ name }) => name).sort())
  })
})

/** Asked by everybody of the book as a whole: they tell how long its chain is. */
const ofTheChain = ['events.head', 'checkpoints.current']

/** What every role in A is answered to every query, also to searches for what stands elsewhere. */
function answersInA(): Record<string, string> {
  const found: Record<string, string> = {}
  for (const role of roles) {
    for (const query of registry.queries) {
      if (query.reach === 'oneself' || ofTheChain.includes(query.name)) continue
      const { text } = told(query, inputOf(query, a1), inA(role))
      found[`${role} ${query.name}`] = text.replace(/"known_at":\d+/, '')
    }
  }
  for (const q of searches) found[`search ${q}`] = told(everything, { q }, inA('owner')).text
  return found
}
const searches = [b, whole].flatMap((of) => [
  ...Object.values(of)
    .filter((value) => value !== null)
    .map(String),
  marks.b.word,
  marks.whole.word,
])

describe.each(roles)('%s of a unit', (role) => {
  it.each(sampled.map((asked) => [asked.name, asked] as const))('%s', (name, asked) => {
    const may = asked.may.includes(role)
    const here = inA(role)
    const at = (of: Place, caller = here) => told(asked, inputOf(asked, of), caller)
    if (!may) {
      // Before anything is looked up: for what exists as for what does not.
      for (const of of [a1, b, nowhere]) expect(at(of).code).toBe('access.not_allowed')
      return
    }
    if (asked.reach === 'organisation') {
      for (const of of [a1, b, nowhere]) expect(at(of).code).toBe('access.beyond_scope')
    } else {
      const answer = at(a1)
      expect(isShut(answer), `${name}: ${answer.text}`).toBeFalsy()
      const named = differing(inputOf(asked, b), inputOf(asked, nowhere))
      for (const of of [b, whole]) {
        const outside = at(of)
        const names = differing(inputOf(asked, of), inputOf(asked, nowhere))
        if (named.length === 0) expect(outside).toEqual(answer)
        else if (!names.some(([one]) => one === 'null' || one === 'undefined')) {
          expect(
            nameless(
              outside,
              names.map(([one]) => one),
            ),
          ).toBe(
            nameless(
              at(nowhere),
              names.map(([, one]) => one),
            ),
          )
        }
      }
      if (answer.status === 200) expect(answer.text).not.toMatch(foreign)
    }
    for (const of of ofOneself.includes(name) ? [a1] : [a1, b]) {
      const answer = at(of, everywhere(role))
      expect(isShut(answer), `${name}: ${answer.text}`).toBeFalsy()
    }
  })
})

describe('what is done outside of a unit', () => {
  it('[A3] cannot be noticed in it: no answer, count, total or search becomes another', () => {
    const before = answersInA()
    for (const { fund, unit } of [b, whole]) {
      const party = { kind: 'person', name: 'Somebody New', ...inUnit(unit) } as const
      t.does(register, party)
      const gift = { fund, source: 'member', party, amount: '900.00' } as const
      const { contribution } = t.does(contributions.receive, gift).output
      t.does(give, { contribution })
      t.does(contributions.receive, { fund, source: 'unidentified', amount: '800.00' })
      t.does(payouts.pay, { fund, payee: party, category: 'care_grants', amount: '9.00' })
      t.does(issue, { fund, from: '2026-03-01', to: '2026-03-31' })
    }
    expect(answersInA()).toEqual(before)
  })

  it('[A3] is not found by a search for its number, code or name', () => {
    const found = (q: string, caller: Caller) => ask(t.book, everything, { q }, caller).results
    for (const q of [b.fund, b.statement, b.receipt, b.person, marks.b.word]) {
      expect([q, found(q, inA('owner'))]).toEqual([q, []])
      expect(found(q, everywhere('owner'))).not.toEqual([])
    }
    for (const q of [a1.fund, a1.statement, a1.receipt, a1.person, marks.a1.word]) {
      expect(found(q, inA('owner'))).not.toEqual([])
    }
  })
})

describe('files', () => {
  const offer = offerFor(t, [])
  const app = createApp(t.book, offer)
  const paths = (of: Place) => ({
    'statements.download': `/statements/${of.statement}.json`,
    'statements.preview': `/funds/${of.fund}/statement-preview.json?from=2026-03-01&to=2026-03-31`,
    'receipts.download': `/receipts/${of.receipt}.pdf`,
    'notices.sheet': `/notices/${of.notice}/sheet.pdf`,
    'sittings.minutes': `/sittings/${of.sitting}/minutes.pdf`,
    'agreements.paper': `/agreements/${of.agreement}/agreement.pdf`,
    'variance_statements.paper': `/variance-statements/${of.variance}/statement.pdf`,
    'batches.roster': `/batches/${of.batch}/roster.xlsx`,
    'batches.slips': `/batches/${of.batch}/slips.pdf`,
    'cases.file': `/cases/${of.case}/file.pdf`,
    'coverage.board': `/pairing/coverage.pdf?unit=${of.unit}`,
    'pairs.card': `/pairs/${of.unshared}/card.pdf?side=helper`,
    'hardship_files.booklet': `/hardship-files/${of.file}/booklet.pdf`,
  })
  const secretFor = (role: Role) => {
    const who = `matrix_${role}`
    addToken(t, who, { role, unit: a.code })
    return secretOf(who)
  }

  it.each(roles)('[A3] for %s of a unit are those of the unit', async (role) => {
    const secret = secretFor(role)
    const get = async (path: string) => {
      const headers = { authorization: `Bearer ${secret}` }
      const answer = await app.fetch(new Request(`http://localhost${base}${path}`, { headers }))
      const text = await answer.text()
      return { status: answer.status, text }
    }
    expect(Object.keys(paths(a1)).sort()).toEqual(downloads.map(({ name }) => name).sort())
    for (const { name, may } of downloads) {
      const [here, there, nowhereAt] = await Promise.all(
        [a1, b, nowhere].map((of) => get(paths(of)[name as keyof ReturnType<typeof paths>])),
      )
      if (!may.includes(role)) {
        expect([here, there, nowhereAt].map((one) => one?.status)).toEqual([403, 403, 403])
        continue
      }
      // A card is for who opened it, once both sides agree.
      expect(here?.status).toBe(name === 'pairs.card' ? 409 : 200)
      const plain = ({ text }: { text: string }) =>
        text.replaceAll(/birchwood(?:-fund)?|nowhere|\d+/gi, '…')
      expect([there!.status, plain(there!)]).toEqual([404, plain(nowhereAt!)])
    }
  })
})
