/**
 * Names and account numbers made fit for a public notice. No national pattern for masked names was
 * found; the house style follows the notices that local bodies print: 张*, 张*明, 欧阳**.
 */

const STAR = '*'
const HIDDEN_HEAD = '····'

// Built once: a segmenter costs more than what it cuts. The root locale is the same anywhere.
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

// Planes 2 and 3 and the private use area hold Chinese characters that a host's Unicode tables may
// not know yet, and that older systems put where they found room.
const EAST_ASIAN =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\p{Co}\u{20000}-\u{3FFFD}]/u

const MIDDLE_DOT = /([·•・‧･])/u
const UNSEEN = /^[\p{Cc}\p{Cf}\p{Z}]+$/u
const LETTER = /[\p{L}\p{N}\p{So}]/u

// Two-character surnames in both scripts, the better known ones. A rarer one is masked like a
// single surname: its second character is hidden and the name's last one is shown.
const DOUBLE_SURNAMES = new Set(
  `欧阳 歐陽 上官 司马 司馬 东方 東方 独孤 獨孤 南宫 南宮 万俟 闻人 聞人 夏侯 诸葛 諸葛 尉迟 尉遲 公羊
  赫连 赫連 澹台 澹臺 皇甫 宗政 濮阳 濮陽 公冶 太叔 申屠 公孙 公孫 慕容 仲孙 仲孫 钟离 鍾離 鐘離 长孙
  長孫 宇文 司徒 鲜于 鮮于 司空 闾丘 閭丘 亓官 司寇 巫马 巫馬 公西 颛孙 顓孫 漆雕 乐正 樂正 谷梁 穀梁 拓跋
  轩辕 軒轅 令狐 段干 百里 呼延 东郭 東郭 南门 南門 羊舌 微生 梁丘 左丘 西门 西門 第五 南荣 南榮 达奚 達奚
  褚师 褚師 纳兰 納蘭 完颜 完顏 叶赫 葉赫`.split(/\s+/),
)

/**
 * A person's name with enough hidden for a notice. Chinese, Korean and Japanese names keep the
 * surname and the last character: 张* · 张*明 · 张**华 · 欧阳**; names with a middle dot keep the first
 * character only: 阿**·***. Other names keep initials and not even their length: “Maria Lopez”
 * becomes “M. L.”. A name of a single character is hidden whole. Names of organisations are not for
 * this function.
 */
export function maskName(name: string): string {
  const words = name.split(/\s+/u).filter((word) => unitsOf(word).length > 0)
  // Spaces in an East Asian name are padding (张　明), not a border between words.
  if (words.every((word) => EAST_ASIAN.test(word))) return maskEastAsian(words.join(''))
  if (words.length === 1 && unitsOf(name).length === 1) return STAR
  return words
    .map((word) => (EAST_ASIAN.test(word) ? maskEastAsian(word) : `${initialOf(word)}.`))
    .join(' ')
}

/**
 * An account or document number reduced to its last `shown` characters: ····5341. Spaces and
 * hyphens do not count. At most half of a number is ever shown, so a short one does not give itself
 * away.
 */
export function maskTail(text: string, shown: number): string {
  if (!Number.isSafeInteger(shown) || shown < 0) throw new RangeError(`cannot show ${shown}`)
  const units = cut(text).filter((unit) => !UNSEEN.test(unit) && !/^\p{Pd}$/u.test(unit))
  const kept = Math.min(shown, Math.floor(units.length / 2))
  return HIDDEN_HEAD + units.slice(units.length - kept).join('')
}

function maskEastAsian(name: string): string {
  const parts = name.split(MIDDLE_DOT)
  const named = parts.filter((part) => !MIDDLE_DOT.test(part) && unitsOf(part).length > 0)
  if (named.length > 1) return maskDotted(parts)
  const units = eastAsianUnits(named[0] ?? '')
  const [first = '', second = ''] = units
  if (units.length <= 1) return STAR.repeat(units.length)
  if (units.length > 2 && DOUBLE_SURNAMES.has(first + second)) {
    return first + second + STAR.repeat(units.length - 2)
  }
  if (units.length === 2) return first + STAR
  return first + STAR.repeat(units.length - 2) + units[units.length - 1]
}

function maskDotted(parts: readonly string[]): string {
  let firstSeen = false
  let masked = ''
  for (const part of parts) {
    const units = eastAsianUnits(part)
    if (MIDDLE_DOT.test(part)) {
      masked += part
    } else if (firstSeen) {
      masked += STAR.repeat(units.length)
    } else if (units.length > 0) {
      firstSeen = true
      masked += units[0] + STAR.repeat(units.length - 1)
    }
  }
  return masked
}

/**
 * The characters of an East Asian name. A run of letters inside it (黄杭là, where a system could not
 * write the character) stands for one character and is known by its first letter.
 */
function eastAsianUnits(name: string): string[] {
  const units: string[] = []
  let inRun = false
  for (const unit of unitsOf(name)) {
    const letter = !EAST_ASIAN.test(unit) && /^\p{L}/u.test(unit)
    if (!(letter && inRun)) units.push(unit)
    inRun = letter
  }
  return units
}

function initialOf(word: string): string {
  const units = unitsOf(word)
  return units.find((unit) => LETTER.test(unit)) ?? (units[0] as string)
}

/** What a reader sees as one character each, without the invisible ones. */
function unitsOf(text: string): string[] {
  return cut(text).filter((unit) => !UNSEEN.test(unit))
}

function cut(text: string): string[] {
  return Array.from(graphemes.segment(text), (segment) => segment.segment)
}
