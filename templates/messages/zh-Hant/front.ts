/** 主機首頁上的話。 */
import type { front as english } from '../en/front.ts'

export const front: typeof english = {
  open: '開啟帳簿',
  lead: '互助基金的帳簿：誰捐了款，幫助了誰，還剩多少，每個數字都可以核對。',
  book: '帳簿簡稱',
  book_hint: '網址的最後一段，例如 hillside。可以向管理帳簿的人詢問。',
  book_wrong: '簡稱只含小寫字母、數字和連字號，例如 hillside。',
  go: '前往登入',
  about: '這是什麼',
  about_books:
    '每個單位一本複式帳簿：收款和收據、撥付的款項、已承諾的款項。已入帳的內容不會更動，只能沖銷。',
  about_statements:
    '稽核員可以在自己的電腦上查驗收支報告，不必信任這台伺服器，也不必信任它的管理者。',
  about_people: '姓名只有獲准的人可以看到。',
  machines: '供程式使用',
  reference: '介面參考（英文）',
  health: '伺服器是否正常',
}
