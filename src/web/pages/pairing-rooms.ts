/** The pages of pairing, by room. */
import type { Hono } from 'hono'
import { mountAgreements } from './agreements.tsx'
import { mountCalendars } from './calendars.tsx'
import { mountCoverage } from './coverage.tsx'
import { mountHelpers } from './helpers.tsx'
import { mountMatching } from './matching.tsx'
import { mountNeeds } from './needs.tsx'
import { mountPairContacts } from './pair-contacts.tsx'
import { mountPairingCodes } from './pairing-codes.tsx'
import { mountPairs } from './pairs.tsx'
import { mountPlaces } from './places.tsx'
import { mountRegisterImports } from './register-import.tsx'
import { mountService } from './service.tsx'
import { mountServicePledges } from './service-pledges.tsx'
import { mountServicePosts } from './service-posts.tsx'
import type { Desk } from './visit.ts'
import { mountVisits } from './visits.tsx'
import { mountVisitsWorker } from './visits-offline.ts'

/** Mounts them. */
export function mountPairing(app: Hono, desk: Desk): void {
  mountCoverage(app, desk)
  mountAgreements(app, desk)
  mountRegisterImports(app, desk)
  mountHelpers(app, desk)
  mountNeeds(app, desk)
  mountPlaces(app, desk)
  mountPairingCodes(app, desk)
  mountPairContacts(app, desk)
  mountService(app, desk)
  mountServicePledges(app, desk)
  mountServicePosts(app, desk)
  mountCalendars(app, desk)
  mountVisits(app, desk)
  mountVisitsWorker(app)
  mountMatching(app, desk)
  mountPairs(app, desk)
}
