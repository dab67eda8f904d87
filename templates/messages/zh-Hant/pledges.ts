import type { pledges as english } from '../en/pledges.ts'

export const pledges: typeof english = {
  title: '捐贈承諾',
  lead: '承諾給予的款項。兌現時在收款中註明承諾編號。',
  one: (v) => `捐贈承諾 ${v.pledge}`,
  record: '登錄捐贈承諾',
  record_lead: '承諾尚非入帳的款項：兌現之前基金不能動用。',
  do_record: '確認登錄捐贈承諾',
  recorded: '捐贈承諾已登錄。',
  empty: '尚無捐贈承諾',
  empty_lead: '已承諾而尚未全部入帳的款項列於此處。',
  none_found: '沒有符合條件的捐贈承諾。',
  by: '承諾人',
  made_on: '承諾日期',
  promised: '承諾金額',
  kept: '已兌現',
  left: '尚未兌現',
  states: { open: '尚未兌現', kept: '已兌現', reversed: '已沖銷' },
  part_kept: '部分兌現',
  keep: '登錄兌現的收款',
  kept_by: '兌現此承諾的收款',
  kept_by_none: '尚無款項入帳。',
}
