/** The search over everything. */
export const search = {
  title: 'Search',
  found: (v: { q: string }) => `Results for “${v.q}”`,
  more: 'There is more than is shown here. Write more of the name or number.',
  none: (v: { q: string }) => `Nothing found for “${v.q}”`,
  none_lead: 'Try a part of the name, or the number as it stands on the paper.',
  what: 'What can be looked for',
  can: {
    people: 'People and bodies: a part of their name, or a reference such as P-000012',
    people_masked:
      'People: a reference such as P-000012. Names are not shown to you, and so are not searched.',
    numbers: 'Contributions, payouts, pledges, transfers, entries: their number, such as 12',
    cases: 'Hardship cases and files: their reference, such as C-000012 or F-000012',
    pairing:
      'Helpers, needs, pairs and agreements: their reference, such as HE-000012 or PA-000012',
    papers:
      'Receipts and statements: the beginning of their number, such as R-CARE-2026 or CARE-2026',
    funds: 'Funds: their code or a part of their name',
    accounts: 'Accounts: the beginning of their code, such as 11, or a part of their name',
  },
}
