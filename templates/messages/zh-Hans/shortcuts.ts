/** 键盘快捷键页面上的话。 */
import type { shortcuts as english } from '../en/shortcuts.ts'

export const shortcuts: typeof english = {
  lead: '请先后按键，不必同时按下。在输入框中打字时快捷键不起作用。',
  does: '作用',
  keys: '按键',
  and_then: '然后',
  search: '搜索',
  new: '页面的主要按钮，例如“登记支出”',
  help: '显示本列表',
  go_to: (v) => `前往“${v.place}”`,
  on: '在此浏览器中使用键盘快捷键',
}
