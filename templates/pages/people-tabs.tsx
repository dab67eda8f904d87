/** The three lists of people: the people themselves, their households, the units. */
import type { LinkView } from '../parts/content.ts'
import type { PageLanguage } from '../parts/format.ts'
import { Subnavigation } from '../parts/page-header.tsx'

export interface TabView extends LinkView {
  readonly current: boolean
  /** Lists that share the tab, shown a row lower while one of them is open. */
  readonly within?: readonly (LinkView & { readonly current: boolean })[]
}

/** From one list to the others. */
export function PeopleTabs(props: {
  readonly language: PageLanguage
  readonly tabs: readonly TabView[]
}) {
  return <Subnavigation language={props.language} items={props.tabs} />
}
