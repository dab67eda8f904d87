/** What the pages of pairing share: the names of its lists. */
export const pairing = {
  tabs: {
    board: 'Board',
    pairs: 'Pairs',
    matching: 'Matching',
    helpers: 'Helpers',
    needs: 'Needs',
    places: 'Places',
    visits: 'Visits',
    agreements: 'Agreements',
    service: 'Service',
  },
}
