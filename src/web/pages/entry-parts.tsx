/** What the pages of the entries of a register are put together from. */
import type { DescriptionView } from '../../../templates/parts/description-list.tsx'
import { formatList } from '../../../templates/parts/format.ts'
import type { MilestoneView } from '../../../templates/parts/timeline.tsx'
import { recordedBy } from './recorded-by.ts'
import type { Visit } from './visit.ts'

/** What is said of something, where there is something. */
export function whereSome<T>(
  value: T | null,
  item: (value: T) => DescriptionView,
): DescriptionView[] {
  return value === null ? [] : [item(value)]
}

/** Several texts in a row, or what is said where there are none. */
export function listOr({ language }: Visit, texts: readonly string[], none: string): string {
  return texts.length === 0 ? none : formatList(language, [...texts])
}

/** A version of an entry in its history: what it said in a few words, and the note beside it. */
export function versionMilestone(
  visit: Visit,
  version: { readonly note: string | null; readonly sequence: number },
  said: {
    readonly title: string
    readonly isOver: boolean
    readonly told: readonly (string | null)[]
  },
): MilestoneView {
  const told = said.told.filter((text) => text !== null)
  const details = [told.join(' · '), version.note].filter((text) => text)
  return {
    title: said.title,
    state: said.isOver ? 'stopped' : 'done',
    ...recordedBy(visit, version.sequence),
    detail: details.length === 0 ? undefined : details.map((text) => <p>{text}</p>),
  }
}

/** How many rows of a list were just entered, as the page says on which that ended. */
export function enteredOn({ t, param }: Visit): string | undefined {
  const count = /^[1-9]\d{0,5}$/.exec(param('entered'))?.[0]
  return count === undefined ? undefined : t.register_lists.done({ count: Number(count) })
}
