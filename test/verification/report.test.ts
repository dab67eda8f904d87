import { expect, test } from 'vitest'
import { collector, reportOf, reportText, skipped } from '../../src/verification/report.ts'

test('[V6] a report says each check in a line, findings below it by table and row, and the verdict last', () => {
  const chain = collector('chain')
  chain.found('event.hash', 'hash is 00; its fields give 11.', {
    table: 'event',
    row: '9',
    event: 9,
  })
  chain.found('schema.object_missing', 'the index x is missing.')
  chain.attempt(() => {
    throw new Error('disk image is malformed')
  })
  for (let row = 1; row <= 49; row++) {
    chain.found('rows.missing', 'it is missing.', { table: 'payout', row: String(row) })
  }
  const text = reportText(
    reportOf('book relief', [
      chain.done('unused when it failed'),
      collector('tree').done('12,345 blocks are right'),
      skipped('database', 'the host does not offer it'),
    ]),
  )
  const lines = text.split('\n')
  expect([...lines.slice(0, 5), ...lines.slice(-6)].join('\n')).toMatchInlineSnapshot(`
    "FAIL  chain     52 findings
          event 9: hash is 00; its fields give 11. [event.hash]
          the index x is missing. [schema.object_missing]
          It could not be read to its end: disk image is malformed [chain.not_finished]
          payout 1: it is missing. [rows.missing]
          payout 47: it is missing. [rows.missing]
          and 2 more findings
    PASS  tree      12,345 blocks are right
    SKIP  database  the host does not offer it
    FAIL  book relief: chain
    "
  `)
})

test('[V6] what a host cannot check does not fail a report', () => {
  expect(reportOf('book relief', [skipped('database', 'why')])).toMatchObject({ passed: true })
})
