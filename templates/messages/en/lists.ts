/** What lists and single pages have in common. */
export const lists = {
  all: 'All',
  from: 'From',
  to: 'To',
  search: 'Name or number',
  reverse: 'Reverse this entry',
  reversed: 'Reversed',
  as_csv: 'CSV',
  open: 'Open',
  entry: (v: { entry: number }) => `Entry ${v.entry}`,
}
