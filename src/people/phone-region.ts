/** The country whose telephone numbers an organisation writes without its code. */
import { findOrganisation } from '../book/book.ts'
import type { Reader } from '../store/store.ts'

/** By its currency and its time zone (ISO 3166-1, two letters); null where they do not say. */
export function phoneRegion(reader: Reader): string | null {
  const organisation = findOrganisation(reader)
  const chinese = organisation?.currency === 'CNY' || organisation?.time_zone === 'Asia/Shanghai'
  return chinese ? 'CN' : null
}
