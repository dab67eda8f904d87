/** What a cap comes to, counted a second time and independently of the engine. */
import type { AidGiven, AidProposed } from '../../../src/hardship/caps/engine.ts'
import type { Cap } from '../../../src/policies/caps.ts'

/** The rules once more, step by step and with other means: instants, fractions of big integers, plain loops. */
export function plainly(
  rule: Cap,
  asked: AidProposed,
  history: readonly AidGiven[],
): string | null {
  if (rule.currency !== asked.currency) return null
  if (rule.help !== 'any' && rule.help !== asked.help) return null
  const monthly =
    rule.help === 'allowance' && rule.window === 'rolling_months' && rule.window_months === 1
  const serialOf = (month: string) => {
    const [year, number] = month.split('-').map(Number)
    return year! * 12 + number!
  }
  const monthsPaid = (aid: AidGiven | AidProposed) => {
    const begin = serialOf(aid.firstMonth ?? aid.on.slice(0, 7))
    const paid = []
    for (let at = 0; at < aid.months; at += 1) paid.push(begin + at)
    return paid
  }
  const counted: AidGiven[] = []
  for (const aid of history) {
    if (aid.amountMinor === 0 || aid.currency !== rule.currency) continue
    if (rule.help !== 'any' && aid.help !== rule.help) continue
    const event = aid.event !== null && asked.event !== null && aid.event === asked.event
    const home = aid.person === asked.person || (aid.file !== null && aid.file === asked.file)
    if (rule.scope === 'person' && aid.person !== asked.person) continue
    if (rule.scope === 'household' && !home) continue
    if (rule.scope === 'event' && !(home && event)) continue
    if (rule.scope === 'programme') {
      if (aid.person !== asked.person || aid.programme === null) continue
      if (aid.programme !== asked.programme) continue
    }
    if (rule.window === 'calendar_year') {
      if (new Date(aid.on).getUTCFullYear() !== new Date(asked.on).getUTCFullYear()) continue
    }
    if (rule.window === 'per_event' && !event) continue
    if (rule.window === 'rolling_months' && !monthly) {
      const end = new Date(asked.on)
      const target = new Date(
        Date.UTC(end.getUTCFullYear(), end.getUTCMonth() - rule.window_months!, 1),
      )
      const longest = new Date(
        Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0),
      ).getUTCDate()
      target.setUTCDate(Math.min(end.getUTCDate(), longest))
      const at = new Date(aid.on).getTime()
      if (at <= target.getTime() || at > end.getTime()) continue
    }
    if (monthly && !monthsPaid(aid).some((month) => monthsPaid(asked).includes(month))) continue
    counted.push(aid)
  }
  let used = 0
  if (monthly) {
    for (const month of monthsPaid(asked)) {
      let sum = 0
      for (const aid of counted) {
        if (monthsPaid(aid).includes(month)) sum += Math.ceil(aid.amountMinor / aid.months)
      }
      used = Math.max(used, sum)
    }
  } else for (const aid of counted) used += aid.amountMinor
  const cents = (text: string | null) => (text === null ? null : Math.round(Number(text) * 100))
  const hundredths = (text: string) => BigInt(Math.round(Number(text) * 100))
  let limit: number | null = null
  let missing = false
  const { value } = rule
  if (value.kind === 'fixed') limit = cents(value.amount)
  if (value.kind === 'tier_table') {
    const own = value.tiers.find(({ grade }) => grade === asked.grade)
    limit = own ? cents(own.amount) : Math.min(...value.tiers.map(({ amount }) => cents(amount)!))
  }
  if (value.kind === 'multiple_of_standard') {
    const standard = asked.standard(value.standard)
    missing = standard === null
    if (standard !== null) limit = Number((BigInt(standard) * hundredths(value.times)) / 100n)
  }
  if (value.kind === 'share_of_document') {
    const seen: Record<string, number> = {}
    for (const aid of counted) for (const bill of aid.bills) seen[bill.digest] = bill.amountMinor
    for (const bill of asked.bills) seen[bill.digest] = bill.amountMinor
    const sum = Object.values(seen).reduce((all, one) => all + one, 0)
    limit = Number((BigInt(sum) * hundredths(value.percent)) / 10_000n)
  }
  if (limit !== null && rule.least !== null) limit = Math.max(limit, cents(rule.least)!)
  if (rule.most !== null) limit = Math.min(limit ?? Number.POSITIVE_INFINITY, cents(rule.most)!)
  const left = limit === null ? null : Math.max(0, limit - used)
  const wanted = monthly ? Math.ceil(asked.amountMinor / asked.months) : asked.amountMinor
  const passes = []
  if (missing) passes.push('standard')
  if (left !== null && wanted > left) passes.push('amount')
  if (rule.times_most !== null && counted.length >= rule.times_most) passes.push('times')
  const least = value.kind === 'none' ? cents(rule.least) : null
  if (least !== null && asked.amountMinor < least) passes.push('least')
  const by = counted.map(({ subject }) => subject).join(' ')
  return `limit ${limit} used ${used} left ${left} times ${counted.length} by [${by}] passes [${passes.join(' ')}]`
}
