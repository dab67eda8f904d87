/** Adds a statement up again: nothing here needs the book, a key or a network. */
import { contributionSources, type Statement, type StatementLine } from '../statements/statement.ts'
import { type Check, collector, counts } from './report.ts'

/** Re-adds every total of a statement. */
export function checkSums(statement: Statement): Check {
  const check = collector('totals')
  const { lines, receipts, commitments } = statement
  const of = (section: StatementLine['section']) => lines.filter((line) => line.section === section)
  const same = (what: string, found: number, due: number) => {
    if (found === due) return
    check.found('totals.sum', `${what} is ${found} in minor units; what it sums up gives ${due}.`)
  }
  for (const source of contributionSources) {
    const found = of('receipt').filter((line) => line.source === source)
    const stated = receipts.filter((receipt) => receipt.source === source)
    same(`the total of ${source} contributions`, sum(stated), sum(found))
    const count = stated.reduce((total, receipt) => total + receipt.count, 0)
    if (count !== found.length) {
      check.found(
        'totals.count',
        `${count} ${source} contributions are stated; ${found.length} are listed.`,
      )
    }
  }
  const { opening_minor, receipts_minor, payments_minor, closing_minor } = statement
  same('the total of contributions by source', receipts_minor, sum(receipts))
  same('the total of contribution lines', receipts_minor, sum(of('receipt')))
  same('the total of payments', payments_minor, sum(of('payment')))
  same('the closing balance', closing_minor, opening_minor + receipts_minor - payments_minor)
  same('the total of commitments', statement.commitments_minor, sum(commitments))
  const bound = statement.payables_minor + statement.commitments_minor
  same('what is available', statement.available_minor, closing_minor - bound)
  return check.done(
    `opening balance, ${counts(of('receipt').length, 'contribution')}, ${counts(of('payment').length, 'payment')}, commitments and closing balance add up`,
  )
}

function sum(amounts: readonly { readonly amount_minor: number }[]): number {
  return amounts.reduce((total, { amount_minor }) => total + amount_minor, 0)
}

/** Checks that the lines stand in order, in the period, and that no serial of the fund is left out. */
export function checkLines(statement: Statement): Check {
  const check = collector('lines')
  const { lines, period } = statement
  lines.forEach((line, place) => {
    const name = `line ${place + 1} (No. ${line.serial})`
    const previous = lines[place - 1]
    if (previous && !inOrder(previous, line)) {
      check.found(
        'lines.order',
        `${name} does not follow No. ${previous.serial} by day and number.`,
      )
    }
    if (line.day < period.from || line.day > period.to) {
      check.found(
        'lines.period',
        `${name} of ${line.day} lies outside ${period.from} to ${period.to}.`,
      )
    }
    if ((line.section === 'receipt') !== (line.source !== null)) {
      check.found('lines.source', `${name} has the source ${line.source} as a ${line.section}.`)
    }
    if (line.recorded_on < line.day) {
      check.found('lines.recorded', `${name} was recorded on ${line.recorded_on}, before its day.`)
    }
    if (line.reverses && line.reverses.serial >= line.serial) {
      check.found('lines.reverses', `${name} corrects No. ${line.reverses.serial}, a later number.`)
    }
  })
  const range = checkSerials(statement, check.found)
  const { changes } = statement
  const own = new Set(lines.map(({ serial }) => serial))
  for (const serial of changes?.added ?? []) {
    if (own.has(serial)) continue
    check.found('lines.changes', `No. ${serial} is said to be new and is not there.`)
  }
  return check.done(`${counts(lines.length, 'line')} in order${range}`)
}

function inOrder(a: StatementLine, b: StatementLine): boolean {
  return a.day < b.day || (a.day === b.day && a.serial <= b.serial)
}

/** Every serial between the lowest and the highest is a line, or named as one of another period. */
function checkSerials(
  { lines, elsewhere, period }: Statement,
  found: (code: string, sentence: string) => void,
): string {
  if (lines.length === 0) {
    if (elsewhere.length > 0) found('lines.elsewhere', 'numbers elsewhere are named without lines.')
    return ', none of any number'
  }
  const own = new Set(lines.map(({ serial }) => serial))
  const other = new Set(elsewhere.map(({ serial }) => serial))
  const serials = [...own].sort((a, b) => a - b)
  const [low, high] = [serials[0]!, serials.at(-1)!]
  for (const { serial, day } of elsewhere) {
    const within = day >= period.from && day <= period.to
    if (!within && serial > low && serial < high && !own.has(serial)) continue
    found('lines.elsewhere', `No. ${serial} of ${day} cannot be one of another period.`)
  }
  const missing: number[] = []
  for (let serial = low; serial <= high && missing.length <= 20; serial++) {
    if (!own.has(serial) && !other.has(serial)) missing.push(serial)
  }
  if (missing.length > 0) {
    found('lines.serials', `No. ${missing.join(', ')} is left out: numbers run without a gap.`)
  }
  return `; No. ${low} to ${high} without a gap, ${other.size} of them in other periods`
}
