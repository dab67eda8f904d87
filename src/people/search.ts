/** Finding parties by what their names hold, as far as the caller may read them. */
import type { Caller } from '../book/registry.ts'
import type { PartyId } from '../kit/ids.ts'
import type { Reader, SqlValue } from '../store/store.ts'
import { type PartyKind, partyKinds } from './parties.ts'

/** More parties than a person looks through. */
const mostFound = 500

export interface NameSearch {
  readonly kind?: PartyKind | undefined
  readonly limit?: number
}

/**
 * The parties whose names hold a text, in the order of their references; letters A to Z in either case.
 * Who may not read names finds no persons: a mask that could be searched would be none. It reads the
 * names themselves: 15 ms for a hundred thousand, and no index that an erasure would have to find.
 */
export function partiesNamed(
  reader: Reader,
  caller: Caller,
  text: string,
  { kind, limit = mostFound }: NameSearch = {},
): PartyId[] {
  const pattern = `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`
  return partiesWith(reader, caller, { kind, limit }, `b.body like +? escape '\\'`, pattern)
}

/** The parties with exactly this name. */
export function partiesCalled(reader: Reader, caller: Caller, name: string): PartyId[] {
  return partiesWith(reader, caller, {}, 'b.body = +?', name)
}

function partiesWith(
  reader: Reader,
  caller: Caller,
  { kind, limit = mostFound }: NameSearch,
  condition: string,
  value: SqlValue,
): PartyId[] {
  const kinds = partyKinds
    .filter((one) => kind === undefined || one === kind)
    .filter((one) => caller.readsNames || one !== 'person')
  const found = reader.all(
    `select p.id as "id" from party as p
     cross join detail_body as b on b.detail_id = p.name_detail_id
     where p.kind in (select value from json_each(+?)) and ${condition}
     order by p.id limit +?`,
    [JSON.stringify(kinds), value, limit],
  )
  return found.map((row) => row.id as PartyId)
}
