/** 鍵盤快速鍵頁面上的話。 */
import type { shortcuts as english } from '../en/shortcuts.ts'

export const shortcuts: typeof english = {
  lead: '請先後按鍵，不必同時按下。在輸入框中打字時快速鍵不起作用。',
  does: '作用',
  keys: '按鍵',
  and_then: '然後',
  search: '搜尋',
  new: '頁面的主要按鈕，例如「登錄撥付」',
  help: '顯示本清單',
  go_to: (v) => `前往「${v.place}」`,
  on: '在此瀏覽器中使用鍵盤快速鍵',
}
