import { plural } from '../../parts/format.ts'

/** Bringing in lists of helpers and of needs. */
export const register_lists = {
  helpers_title: 'Bring in a list of helpers',
  needs_title: 'Bring in a list of needs',
  lead: 'A workbook or CSV with a row for each. You see what every row comes to before anything is entered.',
  file: 'The file',
  register: 'Register those whose names nobody in the book has',
  register_hint: 'Without it such rows are told as wrong.',
  read: 'Look at the rows',
  columns_title: 'Columns',
  template: 'An empty file with the headings',
  needed: 'Needed',
  not_needed: 'May be left out',
  preview: 'What the rows come to',
  preview_ready: (v: { count: string }) => `Ready to be entered: ${v.count}.`,
  preview_faults: (v: { count: string }) =>
    `Not ready: ${v.count}. Put these right in the file and send it again; nothing is entered until all are.`,
  row: 'Row',
  wrong: 'What is wrong',
  again: 'Send the file again',
  do_take_in: (v: { count: string }) => `Enter all of them (${v.count})`,
  done: (v: { count: number }) =>
    plural('en', v.count, { one: 'One row is entered.', other: `${v.count} rows are entered.` }),
  column: {
    party: 'Name or reference',
    sort: 'Sort of helper',
    unit: 'Unit',
    rank: 'Rank',
    capacity: 'How many at once',
    place: 'Place',
    skills: 'Skills, with commas between',
    languages: 'Languages, with commas between',
    most_km: 'At most how far',
    note: 'Note',
    kind: 'Help with',
    urgency: 'Urgency',
    wanted: 'Helpers wanted',
  },
}
