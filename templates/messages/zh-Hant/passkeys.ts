/** 密碼金鑰：用它登入，管理自己的密碼金鑰。 */
import type { passkeys as english } from '../en/passkeys.ts'

export const passkeys: typeof english = {
  sign_in: '使用密碼金鑰登入',
  show: '使用密碼金鑰',
  title: '您的密碼金鑰',
  lead: '密碼金鑰保存在您自己的裝置上，只能開啟本帳簿。使用時由裝置核對您的指紋、臉孔或密碼，不再需要登入密碼和兩步驟驗證。',
  yours: '已有的密碼金鑰',
  none: '您還沒有密碼金鑰',
  none_lead: '有了它，登入時不必輸入密碼，別人也無法騙走它。',
  label: '名稱',
  label_hint: '例如「辦公室電腦」或「我的手機」，便於日後辨認。',
  made: '建立時間',
  used: '上次使用',
  never: '尚未使用',
  synced: '由您的帳號同步到多部裝置',
  elsewhere: ({ site }) => `為 ${site} 建立，在此處無法使用`,
  add: '新增密碼金鑰',
  do_add: '建立密碼金鑰',
  added: '密碼金鑰已建立，可以用它登入。',
  remove: '移除',
  remove_one: ({ label }) => `移除密碼金鑰「${label}」`,
  removed: '密碼金鑰已移除。請在裝置上也將其刪除。',
  prove: '請先再次驗證身分',
  unnamed: '請填寫名稱。',
  without: '此操作需要在支援密碼金鑰的瀏覽器中允許本頁執行指令碼。',
  told: {
    stopped: '未完成：操作已取消或逾時。請重試。',
    known: '這部裝置上已有您的密碼金鑰。',
    failed: '瀏覽器無法在此使用密碼金鑰。請重試，或改用其他方式。',
  },
}
