import type { lists as english } from '../en/lists.ts'

export const lists: typeof english = {
  all: '全部',
  from: '起',
  to: '迄',
  search: '姓名或編號',
  reverse: '沖銷此傳票',
  reversed: '已沖銷',
  as_csv: 'CSV',
  open: '開啟',
  entry: (v) => `傳票 ${v.entry}`,
}
