/** The sections of a pair's page, in their order: what each other room of pairing says of it. */
import type { Content } from '../../../templates/parts/content.ts'
import type { PairOut } from '../../pairing/pairs/shown.ts'
import type { Visit } from './visit.ts'

/** What a room shows of a pair, with its own buttons; null where it has nothing to say. */
export type PairSection = (visit: Visit, pair: PairOut) => Content | null

export const pairSections: readonly PairSection[] = []
