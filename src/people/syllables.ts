/** Taking typed letters apart into the syllables and initials of pinyin. */

/** Every syllable that a character of the Unified Repertoire is read as, without tones; ü is v. */
const syllables: ReadonlySet<string> = new Set(
  `a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce
  cen ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo
  ci cong cou cu cuan cui cun cuo da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou
  du duan dui dun duo e ei en eng er fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng
  gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan
  huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei
  ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang
  liao lie lin ling liu lo long lou lu luan lun luo lv lve lue lyu lyue ma mai man mang mao me mei men meng
  mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao nie nin
  ning niu nong nou nu nuan nuo nv nve nue nyu nyue o ou pa pai pan pang pao pei pen peng pi pian piao pie
  pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng
  ri rong rou ru rua ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shang shao she shei shen
  sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang
  tao te tei teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi
  xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu
  yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong
  zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo`.split(/\s+/),
)

const longestSyllable = 6

const beginnings: ReadonlySet<string> = new Set(
  [...syllables].flatMap((one) => [...one].map((_, place) => one.slice(0, place + 1))),
)

/** A syllable, or the beginning of one: an initial, or what was typed of the last. */
export interface Piece {
  readonly letters: string
  readonly whole: boolean
}

/** More ways than these to take letters apart find nothing that the likelier ones do not. */
const mostWays = 8
/** Nobody types a longer name in one word; and taking a text apart costs with its length. */
const longestTyped = 40

/**
 * The ways to read letters as syllables and initials, those of the fewest pieces first and always that of
 * initials alone: `zhangxm` is zhang x m, `xian` is xian and xi an, and x i a n is none, for no syllable begins
 * with i. Only the last piece may be the unfinished beginning of a syllable beside an initial.
 */
export function waysToRead(letters: string): Piece[][] {
  if (letters.length > longestTyped || !/^[a-z]+$/.test(letters)) return []
  const ways = fewestPieces(letters).filter((way) => way.length < letters.length)
  const initials = [...letters].map((one) => ({ letters: one, whole: false }))
  return initials.every((one) => beginnings.has(one.letters)) ? [...ways, initials] : ways
}

/** For each length of the beginning the best ways to read it, made longer piece by piece. */
function fewestPieces(letters: string): Piece[][] {
  const upTo: Piece[][][] = [[[]]]
  for (let end = 1; end <= letters.length; end += 1) {
    const ways: Piece[][] = []
    for (let start = Math.max(0, end - longestSyllable); start < end; start += 1) {
      const piece = pieceOf(letters.slice(start, end), end === letters.length)
      if (piece) ways.push(...upTo[start]!.map((way) => [...way, piece]))
    }
    upTo.push(ways.toSorted((a, b) => a.length - b.length).slice(0, mostWays))
  }
  return upTo[letters.length]!
}

function pieceOf(letters: string, last: boolean): Piece | null {
  // A letter alone, though it may be a syllable, begins others as well.
  if (letters.length > 1 && syllables.has(letters)) return { letters, whole: true }
  const initial = letters.length === 1 || /^[zcs]h$/.test(letters)
  return beginnings.has(letters) && (initial || last) ? { letters, whole: false } : null
}
