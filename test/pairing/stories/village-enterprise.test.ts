/** The story of a village and an enterprise: an agreement, what was kept of it, and a statement that both sides answer. */
import { expect, it } from 'vitest'
import { receive, refund } from '../../../src/funds/contributions.ts'
import { draft, promise, release, revise } from '../../../src/pairing/agreements/drafting.ts'
import { record } from '../../../src/pairing/agreements/evidence.ts'
import { due } from '../../../src/pairing/agreements/queries.ts'
import { show } from '../../../src/pairing/agreements/show-query.ts'
import { sign } from '../../../src/pairing/agreements/signing.ts'
import { sign as answer, make } from '../../../src/pairing/agreements/variance.ts'
import { show as showVariance } from '../../../src/pairing/agreements/variance-queries.ts'
import { teller } from '../../hardship/stories/teller.ts'
import { sceneIn } from '../agreements/agreement-scene.ts'
import { pairingBook } from '../pairing-for-tests.ts'

const text = '公司与村共同建设果园：公司修路、招工、培训、收购苹果，村提供旧校舍作包装用房。'

/** What each side promises. The first is the money. */
const promises = [
  ['helper', 'money', '50000.00', '2026-02-28', '果园道路维修'],
  ['helper', 'jobs', 12, '2026-03-15', '包装车间用工'],
  ['helped', 'goods', 2, '2026-03-20', '旧校舍两间'],
  ['helper', 'training_seats', 30, '2026-04-30', '果树修剪培训'],
  ['helper', 'purchases', '80000.00', '2026-11-30', '收购本村一级苹果'],
] as const

type Book = ReturnType<typeof began>

function began() {
  const b = pairingBook({ chart: 'china-npo', at: '2026-01-05T01:00:00Z' })
  const title = 'A village and an enterprise: an agreement with variance'
  const tell = teller(b.t, title, (day) => b.t.at(`${day}T01:00:00Z`))
  return { b, tell, scene: sceneIn(b) }
}

/** Tells each commitment: promised, on time, late, open, given up, and how it stands. */
function stands({ b, tell }: Book, agreement: number): void {
  const told = b.t.asks(show, { agreement }, b.as.coordinator)
  tell.shows([
    `${told.reference}  ${told.state}, version ${told.newest_version}, signed ${told.signed_version ?? 'none'}`,
    ...told.lines.map(lineTold),
  ])
}

interface LineTold {
  readonly side: string
  readonly kind: string
  readonly due_on: string
  readonly promised: string
  readonly on_time: string
  readonly late: string
  readonly open: string
  readonly released: string
  readonly outcome: string
  readonly days_late: number | null
}

function lineTold(line: LineTold): string {
  const { promised, on_time, late, open, released } = line
  const figures = [promised, on_time, late, open, released].map((one) => one.padStart(10)).join('')
  const days = line.days_late === null || line.days_late === 0 ? '' : ` (${line.days_late} days)`
  return `${line.side.padEnd(7)}${line.kind.padEnd(15)}${line.due_on}${figures}  ${line.outcome}${days}`
}

/** Tells a statement: its lines, the sums by kind, its digest and how both sides answered. */
function says({ b, tell }: Book, statement: number): void {
  const told = b.t.asks(showVariance, { statement }, b.as.auditor)
  tell.shows([
    `${told.reference} up to ${told.as_of}, of version ${told.version}${told.newer ? ', superseded' : ''}`,
    ...told.lines.map(lineTold),
    ...told.totals.map(
      (sum) =>
        `sum of ${sum.side} ${sum.kind}: promised ${sum.promised}, on time ${sum.on_time}, late ${sum.late}, ` +
        `open ${sum.open} (overdue ${sum.overdue}), given up ${sum.released}, beyond ${sum.beyond}`,
    ),
    `digest ${told.sound ? 'holds' : 'DOES NOT HOLD'}`,
    ...told.signatures.map(({ side, answer: said, on_day, note }) =>
      [`${side} ${said} on ${on_day}`, ...(note === null ? [] : [note])].join(': '),
    ),
  ])
}

/** Drafted in January, signed by both sides. */
function agreed({ b, tell, scene }: Book): number {
  const { t, as } = b
  const { helper, village } = scene
  const terms = { kinds: ['industry', 'donation'], from_on: '2026-01-01', until_on: '2026-12-31' }
  const { agreement } = tell.step('The coordinator drafts it', () => {
    const given = { helper, party: village, ...terms, text }
    return t.does(draft, given, as.coordinator).output
  })
  const first = { agreement, version: 1, side: 'helper', signer: '钱经理' } as const
  tell.refused('The company would sign before anything is promised', () =>
    t.does(sign, first, as.coordinator),
  )
  tell.step('Both sides say what they commit themselves to, each with its day', () => {
    for (const [side, kind, much, due_on, what] of promises) {
      const measure = typeof much === 'string' ? { amount: much } : { quantity: much }
      t.does(promise, { agreement, side, kind, ...measure, due_on, text: what }, as.coordinator)
    }
  })
  stands({ b, tell, scene }, agreement)
  tell.refused('Something is to count before both have signed', () =>
    t.does(record, { commitment: 1, amount: '1.00', text: '预付' }, as.coordinator),
  )
  tell.step('Both sides sign', () => {
    t.does(sign, first, as.coordinator)
    t.does(sign, { ...first, side: 'helped', signer: '孙主任' }, as.coordinator)
  })
  tell.refused('Something is to be slipped in afterwards', () => {
    const more = { agreement, side: 'helper', kind: 'jobs', quantity: 50 } as const
    t.does(promise, { ...more, due_on: '2026-06-30', text: '加招' }, as.coordinator)
  })
  return agreement
}

/** What was done until the end of March: money late in part, jobs late, a hall short, seats early. */
function kept(story: Book): { readonly rest: number } {
  const { b, tell, scene } = story
  const { t, as } = b
  const pay = (amount: string) =>
    t.does(
      receive,
      { fund: 'care', source: 'organisation', party: scene.enterprise, amount },
      as.administrator,
    ).output.contribution
  tell.day('2026-02-25')
  const part = tell.step('The company pays ¥30,000.00 into the fund', () => pay('30000.00'))
  tell.step('The bookkeeper ties it to the commitment: the contribution is the evidence', () =>
    scene.did(1, { contribution: part, text: '到账' }, as.administrator),
  )
  tell.refused('The same money is tied to it once more', () =>
    scene.did(1, { contribution: part, text: '到账' }, as.administrator),
  )
  tell.day('2026-03-18')
  tell.step('The village opens one of the two halls', () => scene.did(3, { quantity: 1 }))
  tell.step('The company pays another ¥15,000.00, eighteen days after the day', () => {
    const rest = pay('15000.00')
    scene.did(1, { contribution: rest, text: '到账' }, as.administrator)
  })
  tell.day('2026-03-25')
  tell.step('Twelve people are taken on, ten days late', () => scene.did(2, { quantity: 12 }))
  tell.step('Thirty-two sit in the course on pruning, before its day', () =>
    scene.did(4, { quantity: 32 }),
  )
  return { rest: part + 1 }
}

/** The first statement: one side signs, the other does not. */
function answered(story: Book, agreement: number): void {
  const { b, tell } = story
  const { t, as, secondCoordinator } = { ...b }
  tell.day('2026-03-31')
  const overdue = () => t.asks(due, { only: 'overdue' }, as.auditor).due
  tell.shows(overdue().map((one) => `Overdue: ${one.side} ${one.kind}, open ${one.open}`))
  const { statement } = tell.step('The coordinator freezes what was promised and kept', () => {
    return t.does(make, { agreement }, as.coordinator).output
  })
  says(story, statement)
  const yes = { statement, side: 'helper', answer: 'signed', signer: '钱经理' } as const
  tell.refused('Whoever recorded the jobs and the hall records that the company agrees', () =>
    t.does(answer, yes, secondCoordinator),
  )
  tell.step('Somebody else does: the company signs', () => t.does(answer, yes, as.coordinator))
  const no = { ...yes, side: 'helped', answer: 'refused', signer: '孙主任' } as const
  tell.refused('The village does not sign, and says nothing', () =>
    t.does(answer, no, as.coordinator),
  )
  const note = '第二间校舍已于三月二十日交付，表中未列。'
  tell.step('The village does not sign, and says why', () =>
    t.does(answer, { ...no, note }, as.coordinator),
  )
  says(story, statement)
}

/** What was wrong is put right; both sides sign the second statement. */
function settled(story: Book, agreement: number, rest: number): void {
  const { b, tell, scene } = story
  const { t, as } = b
  tell.day('2026-04-10')
  tell.step('The hall is found: it was handed over on its day', () =>
    scene.did(3, { quantity: 1, on_day: '2026-03-20', text: '交接单' }),
  )
  tell.step('¥5,000.00 that the company paid by mistake is given back, and counts no more', () =>
    t.does(refund, { contribution: rest, amount: '5000.00', reason: '多付退回' }, as.administrator),
  )
  tell.step('Both give up what is open of the money: the road cost less', () =>
    t.does(release, { commitment: 1, reason: '道路实际造价低于预算' }, b.secondCoordinator),
  )
  const { statement } = tell.step('A second statement is made', () => {
    return t.does(make, { agreement }, as.coordinator).output
  })
  tell.refused('The first one is to be signed after all', () =>
    t.does(
      answer,
      { statement: 1, side: 'helped', answer: 'signed', signer: '孙主任' },
      as.coordinator,
    ),
  )
  tell.step('Both sides sign the second', () => {
    const yes = { statement, answer: 'signed' } as const
    t.does(answer, { ...yes, side: 'helper', signer: '钱经理' }, as.coordinator)
    t.does(answer, { ...yes, side: 'helped', signer: '孙主任' }, as.coordinator)
  })
  says(story, statement)
  says(story, 1)
}

it('a village and an enterprise agree, keep what they promised in part, and sign what came of it', async () => {
  const story = began()
  const { b, tell } = story
  const agreement = agreed(story)
  const { rest } = kept(story)
  stands(story, agreement)
  answered(story, agreement)
  settled(story, agreement, rest)
  tell.day('2026-04-20')
  tell.step('They agree on more: a new version, which binds when both have signed it', () => {
    const terms = { kinds: ['industry'], from_on: '2026-01-01', until_on: '2027-12-31', text }
    b.t.does(revise, { agreement, ...terms }, b.as.coordinator)
    const more = {
      agreement,
      side: 'helper',
      kind: 'advice',
      quantity: 10,
      text: '储藏技术',
    } as const
    b.t.does(promise, { ...more, due_on: '2027-06-30' }, b.as.coordinator)
  })
  stands(story, agreement)
  tell.step('Both sides sign it', () => {
    const second = { agreement, version: 2 }
    b.t.does(sign, { ...second, side: 'helper', signer: '钱经理' }, b.as.coordinator)
    b.t.does(sign, { ...second, side: 'helped', signer: '孙主任' }, b.as.coordinator)
  })
  stands(story, agreement)
  await expect(tell.page()).toMatchFileSnapshot('../../golden/stories/village-enterprise.txt')
  b.t.close()
})
