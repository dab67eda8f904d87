/** A reader's accounts at providers: linked by signing in there while signed in here, and unlinked. */
import type { Hono } from 'hono'
import { AccountsPage } from '../../../templates/pages/accounts.tsx'
import { identitiesOf, unlink } from '../../access/identities.ts'
import { providerElsewhere, providerUnknown } from '../../access/provider-refusals.ts'
import { providersOf } from '../../access/providers.ts'
import type { UserId } from '../../kit/ids.ts'
import { type Gangway, sent } from './accounts.tsx'
import { doneOn } from './done.ts'
import { readFormOf } from './form-body.ts'
import { type Answer, mountAct, mountPage, type Page, redirect } from './frame.tsx'
import { provingFirst, requireFresh } from './fresh.ts'
import type { Desk, Visit } from './visit.ts'
import { freshKey } from './visitor.tsx'

const place = '/settings/accounts'

/** Mounts the page of a reader's own accounts. */
export function mountAccounts(app: Hono, desk: Desk, gangway: Gangway | undefined): void {
  mountPage(app, desk, place, (visit) => page(visit, gangway))
  mountAct(app, desk, 'get', `${place}/link/:provider`, (visit) => linking(visit, gangway))
  mountAct(app, desk, 'post', `${place}/:identity{[0-9]+}/removal`, async (visit) => {
    const { key = '' } = await readFormOf(visit)
    return provingFirst(visit, place) ?? unlinking(visit, key)
  })
}

function page(visit: Visit, gangway: Gangway | undefined): Page {
  const { t, language, desk, organisation, href, user } = visit
  const { store, surroundings } = desk.book
  const providers = gangway ? providersOf(store) : []
  const instant = (at: number) => new Date(at).toISOString()
  const body = AccountsPage({
    t,
    language,
    timeZone: organisation.time_zone,
    done: doneOn(visit, { linked: t.accounts.linked, unlinked: t.accounts.unlinked }),
    accounts: identitiesOf(store, user.id as UserId).map((own) => ({
      provider: providers.find(({ issuer }) => issuer === own.issuer)?.label ?? own.issuer,
      subject: own.subject,
      made: instant(own.made_at),
      used: own.used_at === null ? null : instant(own.used_at),
      unlink: {
        action: href(`${place}/${own.identity}/removal`),
        key: freshKey(surroundings.random),
      },
    })),
    providers: providers.map(({ code, label }) => ({
      href: href(`${place}/link/${code}`),
      label,
    })),
  })
  return { title: t.accounts.title, body, place: 'settings' }
}

/**
 * Sends the reader to a provider. It changes nothing here yet, and is a link, since no form of ours may lead
 * elsewhere; so it has to have been followed on a page of ours, which browsers say (Fetch Metadata).
 */
async function linking(visit: Visit, gangway: Gangway | undefined): Promise<Answer> {
  const { c, desk, session } = visit
  if (c.req.header('sec-fetch-site') !== 'same-origin') throw providerElsewhere({})
  requireFresh(visit)
  const code = c.req.param('provider')
  const provider = providersOf(desk.book.store).find((one) => one.code === code)
  if (!gangway || !provider) throw providerUnknown({ provider: 0 })
  return sent(c, gangway, provider, { to: 'link', session })
}

async function unlinking(visit: Visit, sentKey: string): Promise<Answer> {
  const { c, desk, caller } = visit
  const key = sentKey || freshKey(desk.book.surroundings.random)
  const input = { identity: Number(c.req.param('identity')) }
  await desk.offer.submit({ command: unlink, input, key, caller })
  return redirect(visit.href(`${place}?done=unlinked`))
}
