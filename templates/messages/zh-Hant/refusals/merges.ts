import type { SomeRefusalWords } from '../../refusal-words.ts'

/** Who is the same as whom, and files of people. */
export const mergeRefusals = {
  'merge.already': (v) => ({
    sentence: `${v.party} 已合併到 ${v.kept}。`,
    remedy: '請使用保留的記錄；或先撤銷該合併。',
  }),
  'merge.holds_others': (v) => ({
    sentence: `已有其他記錄合併到 ${v.party}：${v.others.join('、')}。`,
    remedy: '請保留這一筆，把另一筆合併進來；或先撤銷那些合併。',
  }),
  'merge.of_kinds': (v) => ({
    sentence: `${v.kept} 與 ${v.merged} 一個是個人，一個是單位。`,
    remedy: '個人只能與個人合併，單位只能與單位合併。',
  }),
  'merge.told_apart': (v) => ({
    sentence: `${v.party} 與 ${v.other} 不是同一人或單位，已有記錄。`,
    remedy: '無需再次操作。',
  }),
  'merge.unknown': (v) => ({
    sentence: `${v.party} 沒有合併到其他記錄。`,
    remedy: '請查看其頁面。',
  }),
  'merge.with_itself': (v) => ({
    sentence: `${v.party} 本來就是同一筆記錄。`,
    remedy: '請給出兩筆記錄的編號。',
  }),
  'people.heading_twice': (v) => ({
    sentence: `第 ${v.first} 欄和第 ${v.second} 欄的標題都是「${v.heading}」，無法判斷以哪一欄為準。`,
    remedy: '請刪除其中一欄，或修改其標題。',
  }),
  'people.name_column_missing': (v) => ({
    sentence: `第一張工作表的第一列沒有「姓名或名稱」欄（${v.heading}）。`,
    remedy: '請下載範本並保留其標題；順序和語言不限。',
  }),
  'people.no_rows': () => ({
    sentence: '檔案中標題以下沒有任何列。',
    remedy: '請為每個人或單位填寫一列。',
  }),
  'people.too_many': (v) => ({
    sentence: `檔案超過 ${v.most} 列。`,
    remedy: '請拆分後分批匯入。',
  }),
  'people.unreadable': (v) => ({
    sentence: `無法讀取檔案：${v.fault}。`,
    remedy: '請另存為活頁簿（.xlsx）或 CSV 後重新上傳。',
  }),
} satisfies SomeRefusalWords
