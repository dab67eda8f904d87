/** What every list has below its header. */
import type { Content } from '../parts/content.ts'
import type { PageLanguage } from '../parts/format.ts'
import { RefusalNotice } from '../parts/notice.tsx'
import { TableFoot } from '../parts/table.tsx'
import { isSearchable, type ListView } from './list-view.ts'

interface ListedProps {
  readonly language: PageLanguage
  readonly list: ListView<unknown>
  /** Shown where there is something to filter. */
  readonly filters: Content
  /** The rows, or what teaches what would stand there. */
  readonly children?: Content
}

/** The filters, what one of them refused, the rows, and the way on. */
export function Listed({ language, list, filters, children }: ListedProps) {
  const { told, newer, older, rows } = list
  // A file of nothing is no use.
  const exports = rows.length > 0 ? list.exports : undefined
  return (
    <>
      {isSearchable(list) && filters}
      {told && <RefusalNotice language={language} {...told} />}
      {children}
      <TableFoot language={language} newer={newer} older={older} exports={exports} />
    </>
  )
}
