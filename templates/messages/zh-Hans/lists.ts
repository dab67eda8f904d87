import type { lists as english } from '../en/lists.ts'

export const lists: typeof english = {
  all: '全部',
  from: '从',
  to: '到',
  search: '姓名或编号',
  reverse: '冲销此凭证',
  reversed: '已冲销',
  as_csv: 'CSV',
  open: '打开',
  entry: (v) => `凭证 ${v.entry}`,
}
