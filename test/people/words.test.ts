import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folded } from '../../src/people/fold.ts'
import { readingsOfName } from '../../src/people/readings.ts'
import { waysToRead } from '../../src/people/syllables.ts'
import { queryOf, wordsOf } from '../../src/people/words.ts'
import { openSqlite } from '../../src/store/better-sqlite3.ts'

describe('folding', () => {
  // Domain notes F2, and forms met in names.
  it.each([
    ['關愛', '关爱'],
    ['黨', '党'],
    ['臺賬', '台账'],
    ['帳', '账'],
    ['帐', '账'],
    ['幫扶', '帮扶'],
    ['覈', '核'],
    ['頔', '𬱖'],
    ['峯羣衞', '峰群卫'],
    ['吳黃髙', '吴黄高'],
    ['淩邨', '凌村'],
    ['José MÜLLER', 'jose muller'],
    ['ＡＢＣ１２３', 'abc123'],
    ['Łukasz Ægir Straße', 'lukasz aegir strasse'],
  ])('%s is found as %s', (one, other) => {
    expect(folded(one)).toBe(folded(other))
  })

  it.each([
    ['王', '玉'],
    ['李', '季'],
    ['堃', '𠀋'],
    ['Ana', 'Anna'],
  ])('%s and %s stay apart', (one, other) => {
    expect(folded(one)).not.toBe(folded(other))
  })
})

describe('readings', () => {
  it.each([
    ['单雄信', 'shan xiong xin'],
    ['單雄信', 'shan xiong xin'],
    ['曾国藩', 'zeng guo fan'],
    ['解缙', 'xie jin'],
    ['仇英', 'qiu ying'],
    ['万俟卨', 'mo qi xie'],
    ['萬俟卨', 'mo qi xie'],
    ['欧阳修', 'ou yang xiu'],
    ['吕布', 'lv bu'],
    ['查良镛', 'zha liang yong'],
  ])('%s is read %s', (name, reading) => {
    expect(readingsOfName([...name])[0]!.join(' ')).toBe(reading)
  })

  it('are all there: as a surname, and as in any other word', () => {
    const ways = readingsOfName([...'单长']).map((way) => way.join(' '))
    expect(ways).toEqual(expect.arrayContaining(['shan chang', 'dan zhang', 'chan chang']))
    expect(readingsOfName(['吕']).flat()).toEqual(['lv', 'lyu', 'lu'])
  })

  it('of a long name are as many as its characters have, not all combinations', () => {
    const ways = readingsOfName([...'中国长行重乐会单曾解仇查盖区'])
    expect(ways.length).toBeLessThan(60)
  })
})

describe('typed letters', () => {
  it.each([
    ['zxm', ['z x m']],
    ['zhangxm', ['zhang x m', 'z h a n g x m']],
    ['xian', ['xian', 'xi an']],
    ['fangan', ['fang an', 'fan gan']],
    ['zhangx', ['zhang x']],
  ])('%s are read %j', (letters, first) => {
    const ways = waysToRead(letters).map((way) => way.map((piece) => piece.letters).join(' '))
    expect(ways).toEqual(expect.arrayContaining(first))
    expect(ways.length).toBeLessThanOrEqual(9)
  })

  it('that no syllable begins with are read in no way', () => {
    expect(waysToRead('uiv')).toEqual([])
    expect(waysToRead('a'.repeat(41))).toEqual([])
  })
})

/** An index of one name at a time, as the migration makes it. */
function indexOfOne() {
  const store = openSqlite(':memory:')
  store.script(
    `create virtual table party_words using fts5
     (words, columnsize = 0, tokenize = "ascii tokenchars '.=-@#'")`,
  )
  return (name: string, asked: string): boolean => {
    store.run('delete from party_words', [])
    store.run('insert into party_words (rowid, words) values (1, ?)', [wordsOf('person', [name])])
    const query = queryOf(asked)
    if (query === null) return false
    const sql = 'select words as "words" from party_words where words match ?'
    const row = store.first(sql, [query.match])
    const held = query.holds(wordsOf('person', [name]))
    // What waits for the index is looked over instead, and must be found alike.
    if (query.exact) expect([name, asked, held]).toEqual([name, asked, row !== undefined])
    else expect(held && row === undefined).toBe(false)
    return held
  }
}

describe('what a name is found by', () => {
  const finds = indexOfOne()

  it.each([
    [
      '张晓明',
      '张 晓 晓明 张晓明 張曉明 曉 zxm zhangxm zhangxiaoming xiaom xiaoming zhang ZhangXM zh',
    ],
    ['关爱', '關愛 关 ga guanai guana'],
    ['关', '關 g guan'],
    ['欧阳娜娜', '娜娜 歐陽 oynn ouyang ouynn oyn'],
    ['单田芳', 'stf dtf shantianf 單'],
    ['曾志伟', 'zzw czw zengzw'],
    ['高爱娜', 'gan gaoan gaoaina'],
    ['吕布', 'lvb lub lyubu lb lü'],
    ['阳光关爱基金会', '关爱 基金会 ygga guanai jjh'],
    ['José Müller-Lüdenscheidt', 'jose mul müller ludens'],
    ['黄杭là', '黄杭 la huanghang'],
    ['𬱖', '頔 𬱖'],
    ['阿卜杜拉·买买提', '买买提 阿卜杜拉 mmt'],
    ['张　明', '张明 zm'],
  ])('%s is found by each of %s', (name, asked) => {
    for (const one of asked.split(' ')) expect([one, finds(name, one)]).toEqual([one, true])
    expect(name).toBe(name.normalize('NFC'))
  })

  it.each([
    ['张晓明', '明晓'],
    ['张晓明', '张明'],
    ['张晓明', 'zm'],
    ['张晓明', 'zhangm'],
    ['张晓明', 'person'],
    ['张晓明', '='],
    ['Anderson', 'son'],
    ['王 李', '" OR "'],
  ])('%s is not found by %s', (name, asked) => {
    expect(finds(name, asked)).toBe(false)
  })

  const seed = Date.now() % 1_000_000
  const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code))

  it(`whatever is indexed is found by its characters, forms and initials (seed ${seed})`, () => {
    const name = fc.array(han, { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(name, (characters) => {
        const whole = characters.join('')
        const reading = readingsOfName(characters)[0]!
        const spoken = reading.every((one) => one !== '')
        const sounds = spoken
          ? [reading.map((one) => one[0]).join(''), reading.join(''), reading[0]!]
          : []
        for (const asked of [
          ...characters,
          whole,
          folded(whole),
          whole.slice(1) || whole,
          ...sounds,
        ])
          expect([whole, asked, finds(whole, asked)]).toEqual([whole, asked, true])
      }),
      { seed, numRuns: 150 },
    )
  })

  it(`no text that is typed breaks a search (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        finds('张晓明', text)
      }),
      { seed, numRuns: 300 },
    )
  })
})
