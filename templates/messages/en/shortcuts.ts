/** The page of keyboard shortcuts. */
export const shortcuts = {
  lead: 'Press the keys one after the other, not together. They do nothing while you write in a field.',
  does: 'What it does',
  keys: 'Keys',
  and_then: 'then',
  search: 'Search',
  new: 'The main button of the page, such as “Record a payout”',
  help: 'This list',
  go_to: (v: { place: string }) => `Go to ${v.place}`,
  on: 'Use keyboard shortcuts in this browser',
}
