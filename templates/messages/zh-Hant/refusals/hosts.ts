import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn } from '../../telling.ts'
import { faultIn } from '../faults.ts'

const { count } = tellingIn('zh-Hant')
const nothing = '沒有登錄任何內容'
const restore = '請聯絡伺服器管理員核對檔案路徑，或以備份還原。'

/** Books, files and servers. */
export const hostRefusals = {
  'body.not_json': (v) => ({
    sentence: `收到的內容無法讀取：${faultIn(v.why)}。`,
    remedy: '請重新開啟頁面再試。',
  }),
  'body.too_large': (v) => ({
    sentence: `送出的內容超過 ${count(v.limit_bytes)} 位元組。`,
    remedy: '請減少一次送出的內容。',
  }),
  'body.type': () => ({
    sentence: '收到的內容類型不正確。',
    remedy: '請重新開啟頁面再試。',
  }),
  'book.code': (v) => ({
    sentence: `「${v.book}」不能用作帳簿代號。`,
    remedy: '請用 1 至 40 個小寫字母、數字和連字號。',
  }),
  'book.exists': (v) => ({
    sentence: `已有帳簿 ${v.book}。`,
    remedy: '請為新帳簿另取一個代號。',
  }),
  'book.not_a_book': (v) => ({
    sentence: `此檔案不是互助帳簿：${faultIn(v.found)}。`,
    remedy: restore,
  }),
  'book.schema_altered': (v) => ({
    sentence: `本帳簿的第 ${v.version} 次結構升級與發佈的版本不同。`,
    remedy: '帳簿被其他程式改動過，請以備份還原。',
  }),
  'book.too_new': (v) => ({
    sentence: `本帳簿的結構版本是 ${v.found}，本軟體只支援到 ${v.known}。`,
    remedy: '請安裝寫入該帳簿的新版軟體。',
  }),
  'book.too_old': (v) => ({
    sentence: `本帳簿的結構版本是 ${v.found}，本軟體讀取的是 ${v.known}。`,
    remedy: '請先備份，再由伺服器管理員啟動服務，帳簿會自動升級。',
  }),
  'book.unavailable': () => ({
    sentence: '本帳簿現在無法開啟。',
    remedy: '請稍後再試；伺服器管理員可在記錄檔中查到原因。',
  }),
  'host.too_many_books': (v) => ({
    sentence: `本伺服器已開啟 ${count(v.most)} 本帳簿，不能再多。`,
    remedy: '請把部分帳簿移到另一台伺服器。',
  }),
  'limit.too_many_requests': (v) => ({
    sentence: `短時間內的請求過多，${count(v.seconds)} 秒後可繼續。`,
    remedy: '請稍候，再重新開啟頁面。',
  }),
  'problem.unknown': (v) => ({
    sentence: `沒有代號為 ${v.code} 的問題。`,
    remedy: '介面文件列出了所有代號。',
  }),
  'route.method_not_allowed': (v) => ({
    sentence: `網址 ${v.path} 不支援這種操作。`,
    remedy: '請從頁面上的連結或按鈕進入。',
  }),
  'route.unknown': (v) => ({
    sentence: `網址 ${v.path} 沒有內容。`,
    remedy: '請核對網址，或從首頁開始。',
  }),
  'server.incident': (v) => ({
    sentence: `系統發生問題，記錄編號為 ${v.incident}。`,
    remedy: '請再送出一次，同一份表單不會重複登錄；如果仍然出錯，請把編號告訴伺服器管理員。',
  }),
  'store.busy': () => ({
    sentence: `另一個程式正在寫入帳簿，${nothing}。`,
    remedy: '請幾秒鐘後再送出一次。',
  }),
  'store.cannot_open': (v) => ({
    sentence: `無法開啟帳簿檔案 ${v.database}：${faultIn(v.why)}。`,
    remedy: '請聯絡伺服器管理員檢查檔案路徑、資料夾和權限。',
  }),
  'store.damaged': (v) => ({
    sentence: `帳簿檔案 ${v.database} 已損壞（${v.code}）。`,
    remedy: '請聯絡伺服器管理員停止服務，保留現有檔案的副本，並用最近的備份恢復。',
  }),
  'store.disk_full': () => ({
    sentence: `伺服器的磁碟已滿，${nothing}。`,
    remedy: '請聯絡伺服器管理員清理磁碟，然後再送出一次。',
  }),
  'store.empty_file': (v) => ({
    sentence: `檔案 ${v.path} 是空的，沒有帳簿。`,
    remedy: '如果這裡原來有帳簿，請以備份還原；否則請刪除該檔案並建立新帳簿。',
  }),
  'store.io_error': (v) => ({
    sentence: `帳簿檔案無法讀寫（${v.code}），${nothing}。`,
    remedy: '請聯絡伺服器管理員檢查磁碟，然後再送出一次。',
  }),
  'store.no_such_file': (v) => ({
    sentence: `沒有檔案 ${v.path}。`,
    remedy: restore,
  }),
  'store.not_a_database': (v) => ({
    sentence: `檔案 ${v.database} 不是帳簿資料庫。`,
    remedy: restore,
  }),
  'store.read_only': () => ({
    sentence: `帳簿檔案是唯讀的，${nothing}。`,
    remedy: '請聯絡伺服器管理員開放檔案和資料夾的寫入權限。',
  }),
} satisfies SomeRefusalWords
