import type { pledges as english } from '../en/pledges.ts'

export const pledges: typeof english = {
  title: '捐赠承诺',
  lead: '承诺给予的款项。兑现时在收款中注明承诺编号。',
  one: (v) => `捐赠承诺 ${v.pledge}`,
  record: '登记捐赠承诺',
  record_lead: '承诺还不是到账的款项：兑现之前基金不能动用。',
  do_record: '确认登记捐赠承诺',
  recorded: '捐赠承诺已登记。',
  empty: '还没有捐赠承诺',
  empty_lead: '已承诺而尚未全部到账的款项列在这里。',
  none_found: '没有符合条件的捐赠承诺。',
  by: '承诺人',
  made_on: '承诺日期',
  promised: '承诺金额',
  kept: '已兑现',
  left: '尚未兑现',
  states: { open: '尚未兑现', kept: '已兑现', reversed: '已冲销' },
  part_kept: '部分兑现',
  keep: '登记兑现的收款',
  kept_by: '兑现此承诺的收款',
  kept_by_none: '尚无款项到账。',
}
