/**
 * Sealed fields: each has its sealed body until an event destroys the party's key, and none afterwards; what
 * is found by a blind index is what is in force. With master keys each text is opened as well, and must be
 * the one that the chain commits to.
 */
import { detailDigest } from '../book/details.ts'
import { sameBytes } from '../kit/digest.ts'
import type { PartyId } from '../kit/ids.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Reader } from '../store/store.ts'
import { macOf } from '../vault/blind-index.ts'
import { openText } from '../vault/fields.ts'
import { keyOfBook, keyOfPerson, type Opening } from '../vault/keys.ts'
import { vaultKeyUnknown } from '../vault/refusals.ts'
import { indexTerm, type SealedField, type SealedValues } from '../vault/values.ts'
import type { Collector, Where } from './report.ts'

/** Bodies in the order of their parties, so that each key is unlocked once. */
const fieldsSql = `select f.id, f.party_id, f.field, f.detail_id, f.event_seq, d.digest,
    b.nonce, b.ciphertext, o.detail_id as lies_open, k.party_id as keyed,
    exists (select 1 from person_key_end e
      where e.party_id = f.party_id and e.event_seq >= f.event_seq) as ended,
    not exists (select 1 from sealed_field n
      where n.party_id = f.party_id and n.field = f.field and n.id > f.id) as in_force,
    (select group_concat(i.field) from blind_index i
      where i.party_id = f.party_id and i.detail_id = f.detail_id) as found_by,
    (select i.mac from blind_index i
      where i.party_id = f.party_id and i.detail_id = f.detail_id) as mac
  from sealed_field f
    left join detail d on d.id = f.detail_id
    left join sealed_body b on b.detail_id = f.detail_id
    left join detail_body o on o.detail_id = f.detail_id
    left join person_key k on k.party_id = f.party_id
  where f.detail_id is not null order by f.party_id`

interface Kept {
  readonly id: number
  readonly party_id: PartyId
  readonly field: SealedField
  readonly detail_id: number
  readonly event_seq: number
  readonly digest: Uint8Array | null
  readonly nonce: Uint8Array | null
  readonly ciphertext: Uint8Array | null
  readonly lies_open: number | null
  readonly keyed: number | null
  readonly ended: number
  readonly in_force: number
  readonly found_by: string | null
  readonly mac: Uint8Array | null
}

const indexed: readonly SealedField[] = ['identity_number', 'credit_code', 'bank_account', 'phone']

const straysSql = `select 'sealed_body' as source, b.detail_id as row from sealed_body b
    where not exists (select 1 from sealed_field f where f.detail_id = b.detail_id)
  union all select 'blind_index', i.detail_id from blind_index i
    where not exists (select 1 from sealed_field f
      where f.detail_id = i.detail_id and f.party_id = i.party_id)
  union all select 'person_key', k.party_id from person_key k
    where not exists (select 1 from sealed_field f where f.party_id = k.party_id
      and f.event_seq > coalesce(
        (select max(e.event_seq) from person_key_end e where e.party_id = k.party_id), 0))
      and not exists (select 1 from case_document_part t join case_document d on d.id = t.document_id
        join hardship_case c on c.id = d.case_id where c.beneficiary_id = k.party_id)
      and not exists (select 1 from application_code c where c.party_id = k.party_id)`

const bookKeySql = `select 1 as missing where exists (select 1 from blind_index)
  and not exists (select 1 from vault_key where name = 'blind_index')`

/** Checks the sealed fields of a book, and answers how many there are and how many were opened. */
export function checkSealed(
  opening: Opening,
  check: Collector,
): { readonly sealed: number; readonly opened: number } {
  let [sealed, opened] = [0, 0]
  // A query within a walk is a read, and as a whole book may not fit into memory the rows stay a walk.
  for (const row of opening.each(fieldsSql, []) as Iterable<unknown> as Iterable<Kept>) {
    sealed += 1
    if (checkPlace(check, row) && opening.masterKeys && checkText(opening, check, row)) opened += 1
  }
  for (const { source, row } of opening.each(straysSql, [])) {
    check.found(`${source}.unfounded`, 'no sealed field stands behind it.', {
      table: String(source),
      row: String(row),
    })
  }
  if (opening.first(bookKeySql, [])) {
    check.found('vault_key.missing', 'the key of the blind indexes is gone.', {
      table: 'vault_key',
    })
  }
  return { sealed, opened }
}

function whereOf(table: string, row: Kept): Where {
  return { table, row: String(row.detail_id), event: row.event_seq }
}

/** Whether it is there to be opened, and everything around it as it should be. */
function checkPlace(check: Collector, row: Kept): boolean {
  const { party_id, field, ended, ciphertext } = row
  const what = `the ${field.replace('_', ' ')} of party ${party_id}`
  const body = whereOf('sealed_body', row)
  if (row.lies_open !== null) {
    check.found('sealed_field.open', `${what} is kept unsealed.`, whereOf('detail_body', row))
  }
  if (ended) {
    if (ciphertext === null && row.found_by === null) return false
    const sentence = `${what} is still kept, though its key was destroyed.`
    check.found('sealed_body.left', sentence, body)
    return false
  }
  if (ciphertext === null || row.keyed === null) {
    const gone = ciphertext === null ? 'sealed text' : 'key'
    check.found(
      'sealed_body.missing',
      `the ${gone} of ${what} is gone, and no event ended it.`,
      body,
    )
    return false
  }
  const due = row.in_force === 1 && indexed.includes(field)
  if (due === (row.found_by !== null)) return true
  const sentence = due ? `${what} is not found by its index.` : `an index finds ${what} of before.`
  check.found(`blind_index.${due ? 'missing' : 'left'}`, sentence, whereOf('blind_index', row))
  return true
}

function checkText(opening: Opening, check: Collector, row: Kept): boolean {
  const { party_id: party, field, detail_id: detail, nonce, ciphertext, digest } = row
  const body = whereOf('sealed_body', row)
  try {
    const key = keyOfPerson(opening, party)!
    const sealed = { nonce: nonce!, ciphertext: ciphertext! }
    const text = openText(opening, key, sealed, { party, field, detail })
    if (!text || !digest || !sameBytes(detailDigest(text.salt, text.body), digest)) {
      check.found('sealed_body.altered', 'it does not open as what the chain commits to.', body)
      return false
    }
    checkMac(opening, check, row, JSON.parse(text.body) as SealedValues[SealedField])
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // Another host may hold that key; here the text counts as one that was not opened.
    if (error.code === vaultKeyUnknown.code) return false
    check.found('sealed_body.closed', error.message, body)
    return false
  }
}

function checkMac(
  opening: Opening,
  check: Collector,
  row: Kept,
  value: SealedValues[SealedField],
): void {
  const term = indexTerm(row.field, value)
  const key = keyOfBook(opening, 'blind_index')
  if (!term || row.mac === null || !key) return
  if (row.found_by === term.index && sameBytes(macOf(key, term), row.mac)) return
  check.found('blind_index.mac', 'it is not that of the sealed value.', whereOf('blind_index', row))
}

/** A reader with master keys, to open what it reads. */
export function openingOf(reader: Reader, masterKeys: Opening['masterKeys']): Opening {
  return {
    all: reader.all,
    first: reader.first,
    steady: reader.steady,
    each: reader.each,
    masterKeys,
  }
}
