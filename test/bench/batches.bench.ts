/** A roster of a county's year: its dry run, its release, and what the bank says of all its lines. */

import { create as createUser } from '../../src/access/users.ts'
import { ask, type Book, perform } from '../../src/book/book.ts'
import { type Caller, throughout } from '../../src/book/registry.ts'
import { recordResults } from '../../src/hardship/batches/bank-results.ts'
import { check } from '../../src/hardship/batches/checks.ts'
import { close } from '../../src/hardship/batches/closing.ts'
import { prepare } from '../../src/hardship/batches/preparing.ts'
import { release } from '../../src/hardship/batches/releasing.ts'
import { endToEndId } from '../../src/hardship/batches/rows.ts'
import { masterKeysOf } from '../../src/kit/master-keys.ts'
import { freshKey, hostCaller } from '../../src/node.ts'
import { register } from '../../src/people/commands.ts'
import { setPerson } from '../../src/people/interest-commands.ts'
import { acts, awardedCounty, countyLines } from '../hardship/batches/county.ts'
import { benchBook } from './bench-book.ts'
import { type Bench, type Figure, freshFolder, median, timed } from './measure.ts'

const dryRunLimitMs = 1_000
const releaseLimitMs = 2_000
/** As long as the release: a bank's file is taken while others work, fifty lines at a time. */
const resultsLimitMs = 2_000

/** Any hash will do: nobody signs in by password here. */
const passwordHash = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** A user who is a person of the registers: whose ties are walked. */
function officer(book: Book, login: string): Caller {
  const name = `Officer ${login}`
  const given = { login, name, role: 'owner', reads_names: true, password: passwordHash }
  const { user } = acts(book, createUser, given)
  const { party } = acts(book, register, { kind: 'person', name })
  acts(book, setPerson, { user, party })
  return { actor: `user:${user}`, grants: throughout('owner'), readsNames: true }
}

function figure(name: string, measured: number, limit: number): Figure {
  const ratio = measured / limit
  const figures = { name, measured, unit: 'ms', limit, limitName: 'promised', ratio }
  return { ...figures, target: '≤ 1', ok: ratio <= 1 }
}

function resultsOf(book: Book, batch: string): { readonly all: number; readonly longest: number } {
  const on = book.store.first('select released_on as day from batch_release', [])!.day
  const rows = Array.from({ length: countyLines }, (_, at) => ({
    end_to_end_id: endToEndId(batch, at + 1),
    outcome: at % 50 === 49 ? 'rejected' : 'paid',
    on,
    amount: '500.00',
  }))
  const parts: number[] = []
  for (let from = 0; from < rows.length; from += 50) {
    const input = { rows: rows.slice(from, from + 50) }
    const key = freshKey()
    parts.push(
      timed(() => perform(book, { command: recordResults, input, key, caller: hostCaller })),
    )
  }
  return { all: parts.reduce((sum, one) => sum + one, 0), longest: Math.max(...parts) }
}

export const batchesBench: Bench = {
  name: 'batches',
  run: async (log) => {
    const opened = await benchBook(freshFolder('batches'))
    const book = { ...opened.book, masterKeys: masterKeysOf([new Uint8Array(32).fill(7)]) }
    const [maker, releaser] = [officer(book, 'maker'), officer(book, 'releaser')]
    awardedCounty(book, countyLines)
    const input = { fund: 'care', form: 'bank', name: 'Spring visits' }
    let batch = ''
    const preparing = timed(() => {
      batch = String(acts(book, prepare, input, maker).batch)
    })
    const dryRun = () => timed(() => ask(book, check, { batch }, releaser))
    dryRun()
    const dry = median([dryRun(), dryRun(), dryRun()])
    const { findings } = ask(book, check, { batch }, releaser)
    const releasing = timed(() => acts(book, release, { batch }, releaser))
    const { all, longest } = resultsOf(book, batch)
    acts(book, close, { batch }, maker)
    log(
      `${countyLines} lines prepared in ${preparing.toFixed(0)} ms, ${findings.length} findings; the longest part of 50 results held others up for ${longest.toFixed(0)} ms`,
    )
    opened.close()
    return [
      figure(`dry run of a roster of ${countyLines}`, dry, dryRunLimitMs),
      figure('its release, everything looked at again', releasing, releaseLimitMs),
      figure('results of all its lines, in parts of 50', all, resultsLimitMs),
    ]
  },
}
