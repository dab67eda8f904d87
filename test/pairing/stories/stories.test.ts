/** Stories of pairing, each a page of text with the lines that stand in the book (handbook B). */
import { expect, it } from 'vitest'
import { gaps, show as showCoverage } from '../../../src/pairing/coverage/showing.ts'
import {
  close,
  endObservation,
  proposeClosing,
  resume,
} from '../../../src/pairing/pairs/closing.ts'
import { agree, handOver, review, takeConsentBack } from '../../../src/pairing/pairs/commands.ts'
import { openContacts } from '../../../src/pairing/pairs/contact-commands.ts'
import { history } from '../../../src/pairing/pairs/queries.ts'
import { update } from '../../../src/pairing/registers/helper-commands.ts'
import { record } from '../../../src/pairing/visits/commands.ts'
import { confirm } from '../../../src/pairing/visits/confirming.ts'
import { type Teller, teller } from '../../hardship/stories/teller.ts'
import { type PairingBook, pairingBook } from '../pairing-for-tests.ts'

interface Story {
  readonly b: PairingBook
  readonly tell: Teller
  /** Tells the dated lines of a need, and the gaps on the board. */
  readonly stands: (need: number) => void
}

function begin(title: string, on: string): Story {
  const b = pairingBook({ chart: 'china-npo', at: `${on}T01:00:00Z` })
  const tell = teller(b.t, title, (day) => b.t.at(`${day}T01:00:00Z`))
  const stands = (need: number) => {
    const { lines } = b.t.asks(history, { need }, b.as.coordinator)
    const { totals } = b.t.asks(showCoverage, {}, b.as.coordinator)
    const found = b.t.asks(gaps, {}, b.as.coordinator).gaps
    tell.shows([
      ...lines.map((line) =>
        [
          line.reference,
          line.helper_reference,
          `from ${line.from_on ?? '(not begun)'} to ${line.to_on ?? '(open)'}`,
          line.state + (line.reason === null ? '' : ` (${line.reason})`),
        ].join('  '),
      ),
      `Covered: ${totals.covered} of ${totals.files} files`,
      ...found.filter((gap) => gap.kind !== 'no_helper').map((gap) => `To be seen to: ${gap.kind}`),
    ])
  }
  return { b, tell, stands }
}

async function agreed(name: string, { b, tell }: Story): Promise<void> {
  await expect(tell.page()).toMatchFileSnapshot(`../../golden/stories/${name}.txt`)
  b.t.close()
}

function bothAgree({ t, as }: PairingBook, pair: number): void {
  for (const side of ['helped', 'helper'] as const) {
    t.does(agree, { pair, side, how: 'in_person' }, as.coordinator)
  }
}

it('a helper leaves, and another takes over without a day between', async () => {
  const story = begin('A helper leaves and hands over', '2026-03-02')
  const { b, tell, stands } = story
  const { t, as } = b
  const [wang] = b.families
  const chen = b.helper({ name: '陈静' })
  const need = b.need({ party: wang.head })
  const pair = tell.step('Chen is put to the Wangs; nobody sees how to reach the other', () =>
    b.pair(need, chen),
  )
  stands(need)
  tell.refused('The coordinator wants the telephone numbers', () =>
    t.does(openContacts, { pair, side: 'helped', reason: 'To call them' }, as.coordinator),
  )
  tell.step('Both agree, and they are a pair', () => bothAgree(b, pair))
  tell.step('The coordinator opens the contact card, which is on record', () =>
    t.does(openContacts, { pair, side: 'helped', reason: 'To call them' }, as.coordinator),
  )
  tell.step('Chen visits on the same day', () => t.does(record, { pair }, as.coordinator))
  stands(need)
  tell.day('2026-05-04')
  tell.step('Chen will be transferred on 31 May', () =>
    t.does(update, { helper: chen, standing: 'leaving', leaves_on: '2026-05-31' }, as.coordinator),
  )
  stands(need)
  tell.refused('Chen is to be struck off while the Wangs have nobody else', () =>
    t.does(update, { helper: chen, standing: 'ended' }, as.coordinator),
  )
  const li = b.helper({ name: '李强' })
  const successor = tell.step('Li is proposed to take over; Chen goes on until then', () => {
    return t.does(handOver, { pair, helper: li }, as.coordinator).output.pair
  })
  stands(need)
  tell.day('2026-05-20')
  tell.step('The Wangs and Li agree: in one act Chen’s line ends and Li’s begins', () =>
    bothAgree(b, successor),
  )
  tell.refused('The card of the pair that was handed over is asked for', () =>
    t.does(openContacts, { pair, side: 'helped', reason: 'To call them' }, as.coordinator),
  )
  tell.step('Now Chen can be struck off', () =>
    t.does(update, { helper: chen, standing: 'ended' }, as.coordinator),
  )
  stands(need)
  tell.day('2026-06-10')
  tell.step('The Wangs take their consent back: the contact card is shut at once', () =>
    t.does(takeConsentBack, { pair: successor, side: 'helped', how: 'phone' }, as.coordinator),
  )
  tell.refused('The contact card is asked for again', () =>
    t.does(
      openContacts,
      { pair: successor, side: 'helped', reason: 'To call them' },
      as.coordinator,
    ),
  )
  stands(need)
  await agreed('handover', story)
})

it('a pair ends because things improved, is watched, does not last, and ends again', async () => {
  const story = begin('A pair ends because things improved', '2026-01-05')
  const { b, tell, stands } = story
  const { t, as } = b
  const need = b.need({ party: b.families[1].head })
  const pair = tell.step('The Lis have a helper', () => b.begin(b.pair(need, b.helper())))
  const { visit } = tell.step('A visit: the son has found work', () => {
    return t.does(record, { pair, found: 'The son found work.' }, as.coordinator).output
  })
  tell.refused('Who recorded the visit confirms it for the household', () =>
    t.does(confirm, { visit, how: 'call', agreed: true }, as.coordinator),
  )
  tell.step('Another coordinator calls them: it was so', () =>
    t.does(confirm, { visit, how: 'call', agreed: true }, b.secondCoordinator),
  )
  tell.day('2026-03-02')
  tell.refused('The coordinator ends the pair by one act', () =>
    t.does(close, { pair, reason: 'improved', note: 'They manage.' }, as.coordinator),
  )
  tell.step('It is proposed that the pair end, with what was found', () =>
    t.does(
      proposeClosing,
      { pair, reason: 'improved', note: 'Two wages now; they manage.' },
      as.coordinator,
    ),
  )
  tell.refused('Who proposed it approves it', () =>
    t.does(close, { pair, note: 'Agreed.' }, as.coordinator),
  )
  tell.step('Another approves; for half a year it is watched', () =>
    t.does(close, { pair, note: 'Agreed.' }, b.secondCoordinator),
  )
  stands(need)
  tell.refused('The watch is to end early', () =>
    t.does(endObservation, { pair, note: 'All well.' }, as.coordinator),
  )
  tell.day('2026-05-11')
  tell.step('The work is lost: the same helper goes on', () =>
    t.does(resume, { pair, note: 'The son lost his work.' }, as.coordinator),
  )
  stands(need)
  tell.day('2026-08-03')
  tell.step('A look at the pair: better again', () =>
    t.does(review, { pair, note: 'Work again since June.' }, as.coordinator),
  )
  tell.day('2026-10-12')
  tell.step('It is proposed again, and approved by another', () => {
    t.does(proposeClosing, { pair, reason: 'improved', note: 'Steady work.' }, as.coordinator)
    t.does(close, { pair, note: 'Agreed.' }, b.secondCoordinator)
  })
  tell.day('2027-04-12')
  tell.step('Half a year later it has lasted', () =>
    t.does(endObservation, { pair, note: 'It has lasted.' }, as.coordinator),
  )
  stands(need)
  await agreed('ended-by-improvement', story)
})
