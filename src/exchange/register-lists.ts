/** Lists of helpers and of needs as people keep them in a spreadsheet. */
import type {
  helperListColumns,
  ListColumn,
  needListColumns,
} from '../pairing/registers/list-words.ts'
import type { ListColumns } from './list-columns.ts'

type Headings = ListColumns<ListColumn>['headings'][ListColumn]

const unit: Headings = {
  en: ['Unit', 'Branch'],
  'zh-Hans': ['单位', '所属单位', '所在支部', '帮扶单位'],
  'zh-Hant': ['單位', '所屬單位', '所在支部', '幫扶單位'],
}
const place: Headings = {
  en: ['Place', 'Village'],
  'zh-Hans': ['地点', '所在村', '村', '区域'],
  'zh-Hant': ['地點', '所在村', '村里', '區域'],
}
const languages: Headings = { en: ['Languages'], 'zh-Hans': ['语言'], 'zh-Hant': ['語言'] }
const note: Headings = {
  en: ['Note', 'Remarks'],
  'zh-Hans': ['备注', '说明'],
  'zh-Hant': ['備註', '說明'],
}

/** Of helpers only who it is has to be told. */
export const helperListOfFile: ListColumns<(typeof helperListColumns)[number]> = {
  headings: {
    party: {
      en: ['Helper', 'Name', 'Reference'],
      'zh-Hans': ['帮扶人', '帮扶责任人', '姓名', '名称', '人员编号'],
      'zh-Hant': ['幫扶人', '幫扶責任人', '姓名', '名稱', '人員編號'],
    },
    sort: {
      en: ['Sort', 'Kind'],
      'zh-Hans': ['类别', '帮扶方类别'],
      'zh-Hant': ['類別', '幫扶方類別'],
    },
    unit,
    rank: { en: ['Rank'], 'zh-Hans': ['职级', '职务'], 'zh-Hant': ['職級', '職務'] },
    capacity: {
      en: ['Takes on', 'Capacity'],
      'zh-Hans': ['可帮扶数', '可帮扶户数', '可同时帮扶'],
      'zh-Hant': ['可幫扶數', '可幫扶戶數', '可同時幫扶'],
    },
    place,
    skills: { en: ['Skills'], 'zh-Hans': ['特长', '专长'], 'zh-Hant': ['專長', '特長'] },
    languages,
    most_km: {
      en: ['At most km'],
      'zh-Hans': ['最远距离（公里）', '最远距离'],
      'zh-Hant': ['最遠距離（公里）', '最遠距離'],
    },
    note,
  },
  needed: ['party'],
}

/** Of needs also what it is for. */
export const needListOfFile: ListColumns<(typeof needListColumns)[number]> = {
  headings: {
    party: {
      en: ['Helped', 'Person', 'Name', 'Reference'],
      'zh-Hans': ['帮扶对象', '姓名', '名称', '人员编号'],
      'zh-Hant': ['幫扶對象', '姓名', '名稱', '人員編號'],
    },
    kind: {
      en: ['Help with', 'Need'],
      'zh-Hans': ['需求类别', '帮扶需求', '需求'],
      'zh-Hant': ['需求類別', '幫扶需求', '需求'],
    },
    urgency: { en: ['Urgency'], 'zh-Hans': ['紧急程度'], 'zh-Hant': ['緊急程度'] },
    wanted: {
      en: ['Helpers wanted'],
      'zh-Hans': ['需要帮扶人数'],
      'zh-Hant': ['需要幫扶人數'],
    },
    unit,
    place,
    languages,
    note,
  },
  needed: ['party', 'kind'],
}
