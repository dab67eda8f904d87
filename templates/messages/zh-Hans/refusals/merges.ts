import type { SomeRefusalWords } from '../../refusal-words.ts'

/** Who is the same as whom, and files of people. */
export const mergeRefusals = {
  'merge.already': (v) => ({
    sentence: `${v.party} 已合并到 ${v.kept}。`,
    remedy: '请使用保留的记录；或先撤销该合并。',
  }),
  'merge.holds_others': (v) => ({
    sentence: `已有其他记录合并到 ${v.party}：${v.others.join('、')}。`,
    remedy: '请保留这一条，把另一条合并进来；或先撤销那些合并。',
  }),
  'merge.of_kinds': (v) => ({
    sentence: `${v.kept} 与 ${v.merged} 一个是个人，一个是单位。`,
    remedy: '个人只能与个人合并，单位只能与单位合并。',
  }),
  'merge.told_apart': (v) => ({
    sentence: `${v.party} 与 ${v.other} 不是同一人或单位，已有记录。`,
    remedy: '无需再次操作。',
  }),
  'merge.unknown': (v) => ({
    sentence: `${v.party} 没有合并到其他记录。`,
    remedy: '请查看其页面。',
  }),
  'merge.with_itself': (v) => ({
    sentence: `${v.party} 本来就是同一条记录。`,
    remedy: '请给出两条记录的编号。',
  }),
  'people.heading_twice': (v) => ({
    sentence: `第 ${v.first} 列和第 ${v.second} 列的标题都是“${v.heading}”，无法判断以哪一列为准。`,
    remedy: '请删除其中一列，或修改其标题。',
  }),
  'people.name_column_missing': (v) => ({
    sentence: `第一张工作表的第一行没有“姓名或名称”列（${v.heading}）。`,
    remedy: '请下载模板并保留其标题；顺序和语言不限。',
  }),
  'people.no_rows': () => ({
    sentence: '文件中标题以下没有任何行。',
    remedy: '请为每个人或单位填写一行。',
  }),
  'people.too_many': (v) => ({
    sentence: `文件超过 ${v.most} 行。`,
    remedy: '请拆分后分批导入。',
  }),
  'people.unreadable': (v) => ({
    sentence: `无法读取文件：${v.fault}。`,
    remedy: '请另存为工作簿（.xlsx）或 CSV 后重新上传。',
  }),
} satisfies SomeRefusalWords
