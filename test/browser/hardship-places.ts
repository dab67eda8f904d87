/** Where the pages of hardship can be seen; what stands on them is in hardship-scene.ts. */

/** Pages by their routes, as in places.ts. */
export const hardshipPages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/b/:book/disbursements': {
    disbursements: '/disbursements?from=2026-01-01&to=2026-12-31',
    'disbursements-none': '/disbursements?from=2019-01-01&to=2019-12-31',
  },
  '/b/:book/funds/:fund/paying-account': { 'paying-account': '/funds/care/paying-account' },
}
