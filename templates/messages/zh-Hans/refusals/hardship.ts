import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { cases } from '../cases.ts'
import { casework } from '../casework.ts'

const { count, day } = tellingIn('zh-Hans')
const state = (code: string) => wordFor(cases.states, code)
const step = (code: string) => wordFor(casework.step, code)
const act = (code: string) => wordFor({ ...casework.step, ...cases.acts }, code)

/** 帮扶个案、批次名单、困难档案和帮扶项目。 */
export const hardshipRefusals = {
  'aid_event.in_future': (v) => ({
    sentence: `灾害或事故应已发生，${day(v.day)}晚于今天${day(v.today)}。`,
    remedy: '请填写发生的日期。',
  }),
  'aid_event.taken': (v) => ({
    sentence: `代码“${v.aid_event}”已用于另一灾害或事故。`,
    remedy: '请换一个代码。',
  }),
  'aid_event.unknown': (v) => ({
    sentence: `本账簿中没有代码为“${v.aid_event}”的灾害或事故。`,
    remedy: '请在名单中查找，或先登记。',
  }),
  'case.applied_in_future': (v) => ({
    sentence: `申请日期${day(v.day)}晚于今天${day(v.today)}。`,
    remedy: '请填写实际申请的日期。',
  }),
  'case.barred': (v) => ({
    sentence: `因虚假申报，${v.party} 的家庭在${day(v.until)}之前（含当日）不予帮扶。`,
    remedy: '请在该日之后申请；对追回决定的申诉另行处理。',
  }),
  'case.cause_unknown': (v) => ({
    sentence: `困难原因政策中没有“${v.cause}”，现有：${v.causes.join('、')}。`,
    remedy: '请从中选择，或先在政策中增加。',
  }),
  'case.decided': (v) => ({
    sentence: `个案 ${v.case} 的状态为“${state(v.state)}”，申请内容只能在决定之前修改。`,
    remedy: '请终止原批准，或另行登记个案。',
  }),
  'case.in_round': (v) => ({
    sentence: `${v.party} 已在名单 ${v.round} 中，见个案 ${v.case}。`,
    remedy: '每人在一份名单中只出现一次，请修改该个案或去掉这一行。',
  }),
  'case.interest': (v) => ({
    sentence: `您与个案 ${v.case} 有利害关系（${v.interests.join('、')}），应当回避。`,
    remedy: '请由没有利害关系的人办理。登记的关系有误的，请先更正。',
  }),
  'case.not_at_step': (v) => ({
    sentence: `个案 ${v.case} 现处于“${step(v.at)}”，不在“${step(v.wanted)}”。`,
    remedy: '请先办理当前步骤。',
  }),
  'case.not_in_state': (v) => ({
    sentence: `个案 ${v.case} 的状态为“${state(v.state)}”，不能办理“${act(v.act)}”。`,
    remedy: '请查看办理过程，可能已有他人先行办理。',
  }),
  'case.open_already': (v) => ({
    sentence: `${v.party} 在项目“${v.programme}”中已有个案 ${v.case}，尚未决定。`,
    remedy: '请修改该个案，或先撤回。',
  }),
  'case.other_programme': (v) => ({
    sentence: `名单 ${v.round} 不属于项目“${v.programme}”。`,
    remedy: '请填写名单所属的项目，或选择其他名单。',
  }),
  'case.own_hand': (v) => ({
    sentence: `个案 ${v.case} 由您登记或提出，登记人不得参与决定。`,
    remedy: '请由其他有权的人办理，任何角色都不例外。',
  }),
  'case.payee_form': (v) => ({
    sentence: `${v.payee} 不是个人，${v.form === 'cash' ? '现金' : '物资'}应当交给个人。`,
    remedy: '付给单位请用银行转账，或写明由谁领取。',
  }),
  'case.too_large': (v) => ({
    sentence: `${count(v.instalments)} 期、每期 ${v.amount}，合计超出可登记的范围。`,
    remedy: '请再看一下金额，所填应为每期金额。',
  }),
  'case.unchanged': (v) => ({
    sentence: `个案 ${v.case} 的申请内容与此完全相同。`,
    remedy: '请修改内容，或不作修改。',
  }),
  'case.under_decision': (v) => ({
    sentence: `个案 ${v.case} 已按现有内容评议或公示。`,
    remedy: '请先说明理由，将其退回前面的步骤。',
  }),
  'case.unknown': (v) => ({
    sentence: `本账簿中没有个案 ${v.case}。`,
    remedy: '请在个案名单中查找。',
  }),
  'case_list.column_missing': (v) => ({
    sentence: `第一张工作表的首行中没有“${v.heading}”一列（帮扶对象和金额必填）。`,
    remedy: '请使用带列名的空白文件，或按其中的列名填写。',
  }),
  'case_list.column_twice': (v) => ({
    sentence: `有两列的含义都是“${v.heading}”，无法确定以哪一列为准。`,
    remedy: '请删去其中一列。',
  }),
  'case_list.empty': () => ({
    sentence: '文件中除列名外没有任何一行。',
    remedy: '请为每个人填写一行。',
  }),
  'case_list.too_long': (v) => ({
    sentence: `文件超过 ${count(v.most)} 行。`,
    remedy: '请拆分后逐个导入。',
  }),
  'case_list.unreadable': () => ({
    sentence: '无法读取该文件。',
    remedy: '请另存为工作簿（.xlsx）或 CSV 后重新上传。',
  }),
  'cases.grade_unknown': (v) => ({
    sentence: `“${v.grade}”不是困难程度。`,
    remedy: '请填写特别困难、比较困难或一般困难，或留空。',
  }),
  'cases.name_of_nobody': (v) => ({
    sentence: `登记册中没有名为${v.name}的人。`,
    remedy: '请核对姓名写法，或先登记此人。',
  }),
  'cases.name_of_several': (v) => ({
    sentence: `有多人名为${v.name}：${v.parties.join('、')}。`,
    remedy: '请填写编号代替姓名。',
  }),
  'cases.none': () => ({
    sentence: '没有指明任何个案。',
    remedy: '请填写个案编号，或选择有个案等待这一步骤的名单。',
  }),
  'cases.row': (v) => ({
    sentence: `第 ${count(v.row)} 行不能登记（${v.code}）。`,
    remedy: '请更正或去掉这一行；名单中没有任何一行被登记。',
  }),
  'cases.twice': (v) => ({
    sentence: `${v.party} 已在第 ${count(v.row)} 行出现。`,
    remedy: '每人在一份名单中只出现一次，请去掉其中一行。',
  }),
  'hardship_file.exists': (v) => ({
    sentence: `家庭 ${v.household} 已有档案 ${v.file}，一户一档。`,
    remedy: '请打开该档案，登记新的情况。',
  }),
  'hardship_file.needed': (v) => ({
    sentence: `${v.party} 的家庭还没有困难档案，应当先建档、后帮扶。`,
    remedy: '请先为该家庭建档，或在登记个案时一并填写家庭情况。',
  }),
  'hardship_file.not_in_hardship': (v) => ({
    sentence: `据档案 ${v.file}，${v.party} 的家庭目前不属于困难家庭。`,
    remedy: '如又发生困难，请先在档案中登记新的情况。',
  }),
  'hardship_file.reason_needed': (v) => ({
    sentence: `档案 ${v.file} 的家庭退出帮扶，但没有填写理由。`,
    remedy: '请写明情况有何改善，或因何退出。',
  }),
  'hardship_file.review_past': (v) => ({
    sentence: `复核日期${day(v.review_on)}不晚于今天${day(v.today)}。`,
    remedy: '请填写将来的日期，或留空。',
  }),
  'hardship_file.unchanged': (v) => ({
    sentence: `档案 ${v.file} 的内容与此完全相同。`,
    remedy: '请修改内容，或不作修改。',
  }),
  'hardship_file.unknown': (v) => ({
    sentence: `本账簿中没有困难档案 ${v.file}。`,
    remedy: '请在困难档案名单中查找。',
  }),
  'programme.closed': (v) => ({
    sentence: `项目“${v.programme}”不再接受新个案。`,
    remedy: '请选择开放的项目，或请人重新开放。',
  }),
  'programme.no_workflow': (v) => ({
    sentence:
      v.unit === null
        ? `流程政策中没有流程“${v.workflow}”。`
        : `单位“${v.unit}”适用的流程政策中没有流程“${v.workflow}”。`,
    remedy: '请选择政策中的流程，或先在政策中增加。',
  }),
  'programme.taken': (v) => ({
    sentence: `代码“${v.programme}”已用于另一项目。`,
    remedy: '请换一个代码。',
  }),
  'programme.unchanged': (v) => ({
    sentence: `项目“${v.programme}”的内容与此完全相同。`,
    remedy: '请修改内容，或不作修改。',
  }),
  'programme.unknown': (v) => ({
    sentence: `本账簿中没有项目“${v.programme}”。`,
    remedy: '请在项目名单中查找。',
  }),
  'round.unknown': (v) => ({
    sentence: `本账簿中没有名单 ${v.round}。`,
    remedy: '请在批次名单中查找。',
  }),
} satisfies SomeRefusalWords
