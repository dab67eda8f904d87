/** Tells a story of a book as a page of text: what was done, what was refused, and the journal entries of each step. */
import type { TestBook } from '../../journeys/book-for-tests.ts'

export interface Teller {
  /** Does a step and tells what was posted by it. */
  step<T>(words: string, act: () => T): T
  /** Tells what is refused, in the words of the refusal. */
  refused(words: string, act: () => unknown): void
  /** Tells what stands in the book, a line each. */
  shows(lines: readonly string[]): void
  /** Goes on to another day. */
  day(day: string): void
  /** The page, with the balances at its end. */
  page(): string
}

const posted = `select e.kind as kind, e.effective_on as day, f.code as fund, d.code as debit, d.name as debit_name,
    k.code as credit, k.name as credit_name, count(*) as count, sum(p.amount_minor) as amount
  from posting as p join entry as e on e.id = p.entry_id join fund as f on f.id = p.fund_id
    join account as d on d.id = p.debit_account_id join account as k on k.id = p.credit_account_id
  where e.id > ? group by 1, 2, 3, 4, 6 order by min(e.id), min(p.leg)`

const standing = `select f.code as fund, a.code as code, a.name as name, b.balance_minor as balance
  from balance as b join account as a on a.id = b.account_id join fund as f on f.id = b.fund_id
  where b.balance_minor <> 0 order by f.code, a.code`

const width = 78

function money(minor: number): string {
  const text = (Math.abs(minor) / 100).toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return minor < 0 ? `-${text}` : text
}

function line(left: string, right: string): string {
  return `${left.padEnd(width)}${right.padStart(14)}`
}

/** Begins a page. `setDay` moves the clock of the book. */
export function teller(t: TestBook, title: string, setDay: (day: string) => void): Teller {
  const lines = [title, '='.repeat(title.length), '']
  const { store } = t.book
  let told = lastEntry()
  let number = 0

  function lastEntry(): number {
    return Number(store.all('select coalesce(max(id), 0) as id from entry', [])[0]!.id)
  }

  function entries(): void {
    let kind = ''
    for (const row of store.all(posted, [told])) {
      const head = `   ${row.day}  ${row.kind}${Number(row.count) > 1 ? `, ${row.count} times` : ''}`
      if (kind !== head) lines.push(head)
      kind = head
      const accounts = `     DR ${row.debit} ${row.debit_name}  CR ${row.credit} ${row.credit_name}`
      lines.push(line(accounts, money(Number(row.amount))))
    }
    told = lastEntry()
  }

  return {
    step: (words, act) => {
      number += 1
      lines.push(`${number}. ${words}`)
      const result = act()
      entries()
      return result
    },
    refused: (words, act) => {
      number += 1
      lines.push(`${number}. ${words}`)
      try {
        act()
      } catch (error) {
        lines.push(`   Refused: ${(error as Error).message}`)
        return
      }
      throw new Error(`Not refused: ${words}`)
    },
    shows: (told) => {
      lines.push(...told.map((text) => `   ${text}`))
    },
    day: (day) => {
      setDay(day)
      lines.push('', `On ${day}`, '')
    },
    page: () => {
      lines.push('', 'At the end', '')
      for (const row of store.all(standing, [])) {
        lines.push(line(`   ${row.fund}  ${row.code} ${row.name}`, money(Number(row.balance))))
      }
      return `${lines.join('\n')}\n`
    },
  }
}
