import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn } from '../../telling.ts'
import { cases } from '../cases.ts'

const { day } = tellingIn('zh-Hant')
const state = (code: string) => (cases.states as Readonly<Record<string, string>>)[code] ?? code
const listed = (refs: readonly (string | number)[]) => refs.join('、')

/** 評議會議與發放後追蹤。 */
export const sittingRefusals = {
  'ballot.amount': (v) => ({
    sentence: `個案 ${v.case} 填寫了金額，但它不在提請同意之列。`,
    remedy: '只為提請同意的個案填寫金額。',
  }),
  'ballot.conditions': () => ({
    sentence: '只有同意扶助時才附條件。',
    remedy: '請刪去所附條件。',
  }),
  'ballot.no_quorum': (v) => ({
    sentence: `對 ${listed(v.cases)} 有表決權的${v.members}名委員中到會${v.present}名，不足法定人數。`,
    remedy: '等更多委員到會，或者提交上級評議。',
  }),
  'ballot.recused': (v) => ({
    sentence: `使用者 ${v.user} 與個案 ${v.case} 有利害關係，應當迴避，不參加表決。`,
    remedy: '請不要填寫其表決。任何角色都不例外。',
  }),
  'ballot.rule': ({ proposal }) => ({
    sentence:
      proposal === 'refuse'
        ? '不予扶助須寫明依據的規定和告知申請人的說明。'
        : '只有不予扶助時才填寫依據的規定。',
    remedy: '不予扶助時選擇依據並寫明說明，其他提議不填寫。',
  }),
  'ballot.split': (v) => ({
    sentence: `有委員須對 ${listed(v.cases)} 迴避而對其餘個案不必迴避，這些個案應分開表決。`,
    remedy: '請分別表決，或者要求自動分開。',
  }),
  'ballot.voter': (v) => ({
    sentence: `使用者 ${v.user} 不是到會的委員。`,
    remedy: '請先登錄到會情況；列席監督的人沒有表決權。',
  }),
  'ballot.votes_missing': (v) => ({
    sentence: `逐人登錄表決時，缺少使用者 ${listed(v.users)} 的表決。`,
    remedy: '請登錄每一名到會委員的表決，或者都不登錄，即全體同意。',
  }),
  'call_back.unknown': (v) => ({
    sentence: `本帳簿中沒有第 ${v.call_back} 號抽查回訪。`,
    remedy: '請在該次抽樣的頁面上查找。',
  }),
  'call_back_draw.done': (v) => ({
    sentence: `第 ${v.draw} 次抽樣已經完成，種子已經公布。`,
    remedy: '請登錄被抽中的人的答覆。',
  }),
  'call_back_draw.nobody': (v) => ({
    sentence: `${day(v.from)}至${day(v.to)}沒有個案發放，無人可抽。`,
    remedy: '請選擇其他期間或其他組織。',
  }),
  'call_back_draw.not_over': (v) => ({
    sentence: `該期間到${day(v.to)}為止，今天是${day(v.today)}。`,
    remedy: '請在期間結束、全部發放都已知曉之後再抽。',
  }),
  'call_back_draw.range': (v) => ({
    sentence: `${day(v.from)}至${day(v.to)}之間沒有日期。`,
    remedy: '開始日期不能晚於結束日期。',
  }),
  'call_back_draw.unknown': (v) => ({
    sentence: `本帳簿中沒有第 ${v.draw} 次抽樣。`,
    remedy: '請在抽查回訪的列表中查找。',
  }),
  'case.before_another_sitting': (v) => ({
    sentence: `個案 ${v.case} 已在第 ${v.sitting} 次會議上表決，而該會議尚未結束。`,
    remedy: '請先結束那次會議，或者在那次會議上決定。',
  }),
  'case.not_to_ratify': (v) => ({
    sentence: `個案 ${v.case} 已緊急發放，只能追認或不予追認。`,
    remedy: '請按已發放的金額提請同意，或者提請不予同意。',
  }),
  'case.outside_sitting': (v) => ({
    sentence: `個案 ${v.case} 所屬組織不由第 ${v.sitting} 次會議決定。`,
    remedy: '請提交其所屬組織或上級的委員會。',
  }),
  'delivery.came_back': (v) => ({
    sentence: `付款 ${v.payout} 已退回，沒有人收到。`,
    remedy: '重新發放之後再確認。',
  }),
  'delivery.confirmed': (v) => ({
    sentence: `付款 ${v.payout} 已經確認過。`,
    remedy: '請檢視其個案。此後瞭解到的情況登錄為抽查回訪或投訴。',
  }),
  'delivery.day': (v) => ({
    sentence: `該款於${day(v.paid_on)}支付，今天是${day(v.today)}，${day(v.day)}不在其間。`,
    remedy: '請填寫詢問本人的日期。',
  }),
  'delivery.own_hand': (v) => ({
    sentence: `付款 ${v.payout} 由您提出、批准、制單、放款或者發放，是否收到應由他人詢問。`,
    remedy: '請由沒有參與的人詢問。任何角色都不例外。',
  }),
  'delivery.unknown': (v) => ({
    sentence: `本帳簿中沒有個案付款 ${v.payout}。`,
    remedy: '請在收款確認的列表中查找。',
  }),
  'revisit.day': (v) => ({
    sentence:
      v.next_on === null
        ? `走訪日期為${day(v.visited_on)}，今天是${day(v.today)}。`
        : `下次走訪日期為${day(v.next_on)}，今天是${day(v.today)}。`,
    remedy: '走訪日期不能晚於今天，下次走訪日期須在今天之後。',
  }),
  'revisit.not_paid': (v) => ({
    sentence: `個案 ${v.case} 的狀態為「${state(v.state)}」，扶助之後才有回訪。`,
    remedy: '決定之前的走訪請登錄為入戶走訪。',
  }),
  'sitting.closed': (v) => ({
    sentence: `第 ${v.sitting} 次會議已經結束，會議紀要已經固定。`,
    remedy: '請另行召集會議，可以再次提請表決。',
  }),
  'sitting.day': (v) => ({
    sentence: `會議日期為${day(v.held_on)}，今天是${day(v.today)}。`,
    remedy: '請在會議當天或之後登錄到會和表決。',
  }),
  'sitting.nobody': ({ unit }) => ({
    sentence: `${unit === null ? '整個組織' : `組織 ${unit} 及其上級`}沒有評議委員，無法開會。`,
    remedy: '請先把評議委員的角色授予有關人員。',
  }),
  'sitting.not_member': (v) => ({
    sentence: `使用者 ${v.user} 不是該委員會的成員。`,
    remedy: '請選擇在該組織或其上級擔任評議委員的人。',
  }),
  'sitting.not_supervisor': (v) => ({
    sentence: `使用者 ${v.user} 不能列席監督該委員會。`,
    remedy: '規定允許列席監督時，可以選擇該組織或其上級的稽核人員。',
  }),
  'sitting.part_twice': (v) => ({
    sentence: `使用者 ${listed(v.users)} 既登錄為到會又登錄為請假。`,
    remedy: '請只選一項。',
  }),
  'sitting.recused_voted': (v) => ({
    sentence: `使用者 ${v.user} 在得知其利害關係之前參加了對個案 ${v.case} 的表決。`,
    remedy: '請由其他委員對該個案重新表決，然後結束會議。',
  }),
  'sitting.same_person': (v) => ({
    sentence: `使用者 ${v.user} 與使用者 ${v.other} 是同一個人，只有一票。`,
    remedy: '請只選其中一個。',
  }),
  'sitting.unknown': (v) => ({
    sentence: `本帳簿中沒有第 ${v.sitting} 次會議。`,
    remedy: '請在會議列表中查找。',
  }),
} satisfies SomeRefusalWords
