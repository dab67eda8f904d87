/** A roster as a table to work with: texts and figures in groups as long as a page, each with its subtotal. */
import { messages } from '../../../templates/messages/messages.ts'
import { amountText, exponentOf, minor } from '../../kit/money.ts'
import { amountInWords } from '../../kit/words.ts'
import { rosterTexts } from '../pdf/roster-columns.ts'
import { dayInText } from '../wording.ts'
import { paperDigest } from './paper.ts'
import type { Roster } from './roster.ts'

/** What a page of the printed roster holds, more or less. */
const linesInGroup = 20

/** A table in plain words, which knows nothing of papers: for whoever writes workbooks. */
export interface GroupedSheet {
  readonly name: string
  /** Lines above the table: what it is, of which batch, in which currency. */
  readonly above: readonly (readonly string[])[]
  readonly heads: readonly string[]
  /** Decimal texts stand in the column of amounts. */
  readonly groups: readonly (readonly (readonly string[])[])[]
  readonly amountAt: number
  readonly decimals: number
  readonly subtotal: string
  readonly total: string
  /** Lines under the total: the total in words, the digest. */
  readonly below: readonly (readonly string[])[]
}

/** The table of a roster. Its amounts are plain decimals, which add up. */
export function rosterSheet(roster: Roster): GroupedSheet {
  const { language, number } = roster.frame
  const { frame, roster: words } = messages[language].case_papers
  const { heads, rows, amountAt } = rosterTexts(roster, words)
  const exact = rows.map((texts, place) =>
    texts.with(amountAt, amountText(minor(roster.lines[place]!.amount_minor), roster.currency)),
  )
  const groups = Array.from({ length: Math.ceil(exact.length / linesInGroup) }, (_, group) =>
    exact.slice(group * linesInGroup, (group + 1) * linesInGroup),
  )
  const inWords = amountInWords(minor(roster.total_minor), roster.currency, language)
  const state = roster.dropped ? [[words.dropped]] : roster.released ? [] : [[words.draft]]
  return {
    name: words.sheet_name,
    above: [
      [words[`title_${roster.form}`]],
      [frame.number_label, number, words.fund, roster.fund.name, words.list, roster.name],
      [words.pay_on, dayInText(roster.pay_on, language), roster.currency],
      ...state,
    ],
    heads,
    groups,
    amountAt,
    decimals: exponentOf(roster.currency),
    subtotal: words.page_subtotal,
    total: frame.total,
    below: [
      [frame.total_in_words, inWords],
      [frame.data_digest, paperDigest(roster)],
    ],
  }
}
