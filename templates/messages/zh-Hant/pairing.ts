import type { pairing as english } from '../en/pairing.ts'

export const pairing: typeof english = {
  tabs: {
    board: '覆蓋情況',
    pairs: '結對',
    matching: '配對',
    helpers: '幫扶人',
    needs: '幫扶需求',
    places: '地點',
    visits: '走訪',
    agreements: '共建協議',
    service: '志願服務',
  },
}
