/** The names of the named edition: each must be the one that its party's digest commits to. */
import { detailDigest } from '../book/details.ts'
import { hex, unhex } from '../kit/digest.ts'
import { maskName } from '../kit/mask.ts'
import type { StatementDocument, StatementParty } from '../statements/statement.ts'
import { type Check, collector, counts } from './report.ts'

/** Checks names against digests, and what is shown against the names. */
export function checkNames({ statement, edition, names }: StatementDocument): Check {
  const check = collector('names')
  const parties = new Map<string, StatementParty>()
  const stated = statement.lines.flatMap(({ serial, party, beneficiary }) => [
    { serial, party },
    { serial, party: beneficiary },
  ])
  for (const { serial, party } of stated) {
    if (party === null) continue
    const earlier = parties.get(party.ref)
    if (earlier && (earlier.shown !== party.shown || earlier.digest !== party.digest)) {
      check.found(
        'names.party',
        `No. ${serial}: ${party.ref} is not who it was on an earlier line.`,
      )
    }
    parties.set(party.ref, party)
  }
  if ((edition === 'named') !== (names !== null)) {
    check.found('names.edition', `the ${edition} edition has ${names ? '' : 'no '}names beside it.`)
  }
  for (const [ref, { name, salt }] of Object.entries(names ?? {})) {
    const party = parties.get(ref)
    if (!party) {
      check.found('names.unused', `${ref} is named and stands on no line.`)
    } else if (hex(detailDigest(unhex(salt), name)) !== party.digest) {
      check.found('names.digest', `${ref}: the name is not the one that was recorded.`)
    } else if (party.shown !== name && party.shown !== maskName(name)) {
      check.found('names.mask', `${ref} is shown as ${party.shown}, which is not the name masked.`)
    }
  }
  const given = Object.keys(names ?? {}).length
  const counted =
    edition === 'named'
      ? `${counts(given, 'full name')} of ${counts(parties.size, 'party', 'parties')} are those recorded, and masked as shown`
      : `${counts(parties.size, 'party', 'parties')} under masked names, each the same throughout`
  return check.done(counted)
}
