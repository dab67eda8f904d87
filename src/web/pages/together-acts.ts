/** What is sent from somebody’s own page: a yes or a no, a wish, that the other’s telephone be shown. */
import type { AnyPageCommand } from '../../book/registry.ts'
import { Refusal } from '../../kit/refusal.ts'
import { agree, askReview, decline, openContacts, withdraw } from '../../pairing/own/pair-acts.ts'
import { readForm } from './form-body.ts'
import { redirect } from './frame.tsx'
import { denyingOf, formPage, type OwnFormName, onePair, pairAsked } from './together-pages.tsx'
import { doesOwn, type OwnReader } from './together-session.ts'
import { tellingDone } from './together-visit-form.tsx'
import { finishing, saying } from './together-visits.tsx'

type Work = (who: OwnReader) => Promise<Response>

/** One button: what it does, and where its page goes on. */
function button(command: AnyPageCommand, after: string): Work {
  return async (who) => {
    const pair = Number(who.c.req.param('pair'))
    const { key } = await readForm(who.c.req.raw)
    try {
      await doesOwn(who, command, { pair }, key)
      return redirect(`${who.place}/pairs/${pair}${after}`)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return onePair(who, error)
    }
  }
}

/** A form with more than a button: its questions are sent as they are named, without those left empty. */
function form(name: OwnFormName, command: AnyPageCommand, done: string): Work {
  return async (who) => {
    const pair = Number(who.c.req.param('pair'))
    const { key, ...sent } = await readForm(who.c.req.raw)
    const asked = name === 'decline' ? ['reason', 'note'] : ['note']
    const answers = asked.flatMap((one) => {
      const text = sent[one]?.trim() ?? ''
      return text === '' ? [] : [[one, text] as const]
    })
    const values = Object.fromEntries(answers)
    try {
      await doesOwn(who, command, { pair, ...values }, key)
      return redirect(`${who.place}/pairs/${pair}?done=${done}`)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return formPage(who, name, { values, refusal: error })
    }
  }
}

/** The acts of own pages by their routes. */
export const acts: Readonly<Record<string, Work>> = {
  '/pairs/:pair{[0-9]+}/agree': button(agree, '?done=agreed'),
  '/pairs/:pair{[0-9]+}/contacts': button(openContacts, '#reach'),
  '/pairs/:pair{[0-9]+}/decline': form('decline', decline, 'declined'),
  '/pairs/:pair{[0-9]+}/withdraw': form('withdraw', withdraw, 'withdrawn'),
  '/pairs/:pair{[0-9]+}/review': form('review', askReview, 'reviewed'),
  '/pairs/:pair{[0-9]+}/visit': (who) => tellingDone(who, pairAsked(who)),
  '/pairs/:pair{[0-9]+}/visits/:visit{[0-9]+}/yes': (who) =>
    saying(who, true, (refusal) => onePair(who, refusal)),
  '/pairs/:pair{[0-9]+}/visits/:visit{[0-9]+}/no': (who) =>
    saying(who, false, (refusal) => denyingOf(who, refusal)),
  '/pairs/:pair{[0-9]+}/follow-ups/:followUp{[0-9]+}': (who) =>
    finishing(who, (refusal) => onePair(who, refusal)),
}
