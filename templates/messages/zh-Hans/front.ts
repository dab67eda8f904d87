/** 主机首页上的话。 */
import type { front as english } from '../en/front.ts'

export const front: typeof english = {
  open: '打开账簿',
  lead: '互助基金的账簿：谁捐了款，帮助了谁，还剩多少，每个数字都可以核对。',
  book: '账簿简称',
  book_hint: '网址的最后一部分，例如 hillside。可以向管理账簿的人询问。',
  book_wrong: '简称只含小写字母、数字和连字符，例如 hillside。',
  go: '前往登录',
  about: '这是什么',
  about_books:
    '每个单位一本复式账簿：收款和收据、支出的款项、已承诺的款项。已入账的内容不会改动，只能冲销。',
  about_statements:
    '审计员可以在自己的电脑上核验收支报告，不必信任这台服务器，也不必信任它的管理者。',
  about_people: '姓名只有获准的人可以看到。',
  machines: '供程序使用',
  reference: '接口参考（英文）',
  health: '服务器是否正常',
}
