/** The values of refusals about who is the same as whom, and about files of people, by code. */
export interface MergeRefusalValues {
  'merge.already': { party: string; kept: string }
  'merge.holds_others': { party: string; others: readonly string[] }
  'merge.of_kinds': { kept: string; merged: string }
  'merge.told_apart': { party: string; other: string }
  'merge.unknown': { party: string }
  'merge.with_itself': { party: string }
  'people.heading_twice': { heading: string; first: number; second: number }
  'people.name_column_missing': { heading: string }
  'people.no_rows': Readonly<Record<never, never>>
  'people.too_many': { most: number }
  'people.unreadable': { fault: string }
}
