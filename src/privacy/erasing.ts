/**
 * Erasing a person (PIPL article 47): names, what was written about them, and the key of what lies sealed are
 * destroyed with their salts. Ids, amounts, days and salted digests stay, and so do the masked names in statements that
 * were issued; whoever verifies the chain finds it whole.
 */
import { erasedKey } from '../book/events.ts'
import type { Act } from '../book/registry.ts'
import { sha256Hex } from '../kit/digest.ts'
import type { PartyId } from '../kit/ids.ts'
import { forgetPartyWords } from '../people/index-words.ts'
import { numberElsewhere } from '../people/numbers.ts'
import { partyById, partyName } from '../people/parties.ts'
import { insert, nextId } from '../store/prepare.ts'
import { destroyKey, openField } from '../vault/fields.ts'
import type { SealedField } from '../vault/values.ts'
import { eraseSealedBytes } from './hardship-traces.ts'
import { actsThatCarried, eventsNaming, tasksNaming, textsAbout } from './traces.ts'

export interface Erased {
  /** Texts whose bodies are gone. */
  readonly texts: number
  /** Events beside which the name is written still, in texts about somebody else. */
  readonly named_still: number[]
}

/** Erases whoever stands under these references, who must not have been erased. Refuses nothing. */
export function erasePerson(
  act: Act,
  parties: readonly PartyId[],
  { request, actor }: { readonly request: number | null; readonly actor: string },
): Erased {
  const standing = parties.filter((party) => partyName(act, partyById(act, party)).full)
  const sought = standing.flatMap((party) => textsOf(act, party))
  const details = [...new Set([...textsAbout(act, parties), ...tasksNaming(act, sought)])]
  const carried = actsThatCarried(act, details, parties)
  for (const party of standing) {
    insert(act, 'erasure', {
      id: nextId(act, 'erasure'),
      party_id: party,
      request_id: request,
      actor,
      event_seq: act.seq,
    })
    destroyKey(act, party)
    forgetPartyWords(act, party)
  }
  eraseSealedBytes(act, parties)
  const texts = details.filter((detail) => eraseText(act, detail)).length
  for (const seq of carried) eraseKey(act, seq)
  return { texts, named_still: eventsNaming(act, namesOnly(sought)) }
}

/** By what somebody is known: their name, their number elsewhere, what lies sealed where it can be opened. */
function textsOf(act: Act, party: PartyId): string[] {
  const { full } = partyName(act, partyById(act, party))
  const number = numberElsewhere(act, party)
  const told = [full?.name ?? null, number, ...(act.masterKeys ? sealedTexts(act, party) : [])]
  return told.filter((text) => text !== null)
}

const sought: readonly SealedField[] = ['identity_number', 'bank_account', 'phone', 'address']

function sealedTexts(act: Act, party: PartyId): string[] {
  return sought.flatMap((field) => {
    const value = openField(act, party, field)
    if (!value) return []
    const { number, text } = value as { number?: string; text?: string }
    // A telephone is written in a file as people of the country write it.
    return [number ?? text ?? '', ...(field === 'phone' ? [number!.slice(-8)] : [])]
  })
}

/** Numbers of a few figures stand in other texts by chance; names and long numbers do not. */
function namesOnly(texts: readonly string[]): string[] {
  return texts.filter((text) => !/^\d{1,7}$/.test(text))
}

const bodySql =
  'select length(cast(body as blob)) as "length" from detail_body where detail_id = +?'

/** Writes over a text before its row goes, so that it does not stay in a page that is free. */
function eraseText(act: Act, detail: number): boolean {
  const length = act.first(bodySql, [detail])?.length as number | undefined
  if (length === undefined) return false
  act.run('update detail_body set salt = zeroblob(16), body = ? where detail_id = ?', [
    ' '.repeat(length),
    detail,
  ])
  act.run('delete from detail_body where detail_id = ?', [detail])
  insert(act, 'erased_detail', {
    id: nextId(act, 'erased_detail'),
    detail_id: detail,
    event_seq: act.seq,
  })
  return true
}

/** The key of a request salts the digest of what was asked: with it goes what could be guessed from that. */
function eraseKey(act: Act, seq: number): void {
  const key = act.first('select key from request where event_seq = +?', [seq])?.key as
    | string
    | undefined
  if (key === undefined || key.startsWith(erasedKey)) return
  act.run('update request set key = ? where event_seq = ?', [erasedKey + sha256Hex(key), seq])
}
