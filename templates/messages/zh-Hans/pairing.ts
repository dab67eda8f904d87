import type { pairing as english } from '../en/pairing.ts'

export const pairing: typeof english = {
  tabs: {
    board: '覆盖情况',
    pairs: '结对',
    matching: '匹配',
    helpers: '帮扶人',
    needs: '帮扶需求',
    places: '地点',
    visits: '走访',
    agreements: '共建协议',
    service: '志愿服务',
  },
}
