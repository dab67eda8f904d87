/** The sheet with a code that was just made, whatever it opens: the book has only its hash. */
import { CodeSheet } from '../../../templates/pages/code-entrance.tsx'
import { show as showParty } from '../../people/queries.ts'
import type { Asked } from './fields.ts'
import type { Page } from './frame.tsx'
import { originOf } from './origin.ts'

type Words = Parameters<typeof CodeSheet>[0]['words'] & {
  readonly codes: { readonly sheet_title: string }
}

/** What a sheet is made of. */
export interface SheetAsked {
  readonly words: Words
  /** Below the book: where the code is entered, and the list of codes. */
  readonly entrance: string
  readonly list: string
  readonly place: NonNullable<Page['place']>
  readonly code: string
}

/** The page of a sheet, shown once. */
export function codeSheet(
  { visit }: Asked,
  { party, until_on }: { readonly party: string; readonly until_on: string },
  { words, entrance, list, place, code }: SheetAsked,
): Page {
  const { language, organisation, desk, href } = visit
  const address = originOf(visit.c, desk.offer.origin) + href(entrance)
  const body = CodeSheet({
    words,
    language,
    organisation: organisation.name,
    person: visit.ask(showParty, { party }).name,
    code,
    address,
    link: `${address}/with/${code}`,
    until: until_on,
    list: href(list),
  })
  return { title: words.codes.sheet_title, body, place }
}
