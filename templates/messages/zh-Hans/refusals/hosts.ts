import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn } from '../../telling.ts'
import { faultIn } from '../faults.ts'

const { count } = tellingIn('zh-Hans')
const nothing = '没有登记任何内容'
const restore = '请联系服务器管理员核对文件路径，或用备份恢复。'

/** Books, files and servers. */
export const hostRefusals = {
  'body.not_json': (v) => ({
    sentence: `收到的内容无法读取：${faultIn(v.why)}。`,
    remedy: '请重新打开页面再试。',
  }),
  'body.too_large': (v) => ({
    sentence: `提交的内容超过 ${count(v.limit_bytes)} 字节。`,
    remedy: '请减少一次提交的内容。',
  }),
  'body.type': () => ({
    sentence: '收到的内容类型不正确。',
    remedy: '请重新打开页面再试。',
  }),
  'book.code': (v) => ({
    sentence: `“${v.book}”不能用作账簿代码。`,
    remedy: '请用 1 至 40 个小写字母、数字和连字符。',
  }),
  'book.exists': (v) => ({
    sentence: `已有账簿 ${v.book}。`,
    remedy: '请为新账簿另取一个代码。',
  }),
  'book.not_a_book': (v) => ({
    sentence: `此文件不是互助账簿：${faultIn(v.found)}。`,
    remedy: restore,
  }),
  'book.schema_altered': (v) => ({
    sentence: `本账簿的第 ${v.version} 次结构升级与发布的版本不同。`,
    remedy: '账簿被其他程序改动过，请用备份恢复。',
  }),
  'book.too_new': (v) => ({
    sentence: `本账簿的结构版本是 ${v.found}，本软件只支持到 ${v.known}。`,
    remedy: '请安装写入该账簿的新版软件。',
  }),
  'book.too_old': (v) => ({
    sentence: `本账簿的结构版本是 ${v.found}，本软件读取的是 ${v.known}。`,
    remedy: '请先备份，再由服务器管理员启动服务，账簿会自动升级。',
  }),
  'book.unavailable': () => ({
    sentence: '本账簿现在无法打开。',
    remedy: '请稍后再试；服务器管理员可在日志中查到原因。',
  }),
  'host.too_many_books': (v) => ({
    sentence: `本服务器已打开 ${count(v.most)} 本账簿，不能再多。`,
    remedy: '请把部分账簿移到另一台服务器。',
  }),
  'limit.too_many_requests': (v) => ({
    sentence: `短时间内的请求过多，${count(v.seconds)} 秒后可继续。`,
    remedy: '请稍候，再重新打开页面。',
  }),
  'problem.unknown': (v) => ({
    sentence: `没有代码为 ${v.code} 的问题。`,
    remedy: '接口文档列出了所有代码。',
  }),
  'route.method_not_allowed': (v) => ({
    sentence: `地址 ${v.path} 不支持这种操作。`,
    remedy: '请从页面上的链接或按钮进入。',
  }),
  'route.unknown': (v) => ({
    sentence: `地址 ${v.path} 没有内容。`,
    remedy: '请核对地址，或从首页开始。',
  }),
  'server.incident': (v) => ({
    sentence: `系统出了问题，记录编号为 ${v.incident}。`,
    remedy: '请再提交一次，同一份表单不会重复登记；如果仍然出错，请把编号告诉服务器管理员。',
  }),
  'store.busy': () => ({
    sentence: `另一个程序正在写入账簿，${nothing}。`,
    remedy: '请几秒钟后再提交一次。',
  }),
  'store.cannot_open': (v) => ({
    sentence: `无法打开账簿文件 ${v.database}：${faultIn(v.why)}。`,
    remedy: '请联系服务器管理员检查文件路径、文件夹和权限。',
  }),
  'store.damaged': (v) => ({
    sentence: `账簿文件 ${v.database} 已损坏（${v.code}）。`,
    remedy: '请联系服务器管理员停止服务，保留现有文件的副本，并用最近的备份恢复。',
  }),
  'store.disk_full': () => ({
    sentence: `服务器的磁盘已满，${nothing}。`,
    remedy: '请联系服务器管理员清理磁盘，然后再提交一次。',
  }),
  'store.empty_file': (v) => ({
    sentence: `文件 ${v.path} 是空的，没有账簿。`,
    remedy: '如果这里原来有账簿，请用备份恢复；否则请删除该文件并新建账簿。',
  }),
  'store.io_error': (v) => ({
    sentence: `账簿文件无法读写（${v.code}），${nothing}。`,
    remedy: '请联系服务器管理员检查磁盘，然后再提交一次。',
  }),
  'store.no_such_file': (v) => ({
    sentence: `没有文件 ${v.path}。`,
    remedy: restore,
  }),
  'store.not_a_database': (v) => ({
    sentence: `文件 ${v.database} 不是账簿数据库。`,
    remedy: restore,
  }),
  'store.read_only': () => ({
    sentence: `账簿文件是只读的，${nothing}。`,
    remedy: '请联系服务器管理员开放文件和文件夹的写入权限。',
  }),
} satisfies SomeRefusalWords
