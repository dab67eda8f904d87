/** The part of the journey through every room that is about the board of pairing and about calendars. */
import assert from 'node:assert/strict'
import { addDays, day } from '../../src/kit/day.ts'
import { type Client, refused } from './client.ts'

/** Walks through them; what the board counts is held in test/pairing/coverage. */
export async function coverageRooms(owner: Client): Promise<void> {
  const { as_of, totals, units } = await owner.asks('/pairing-coverage')
  const { files, covered, gaps } = totals as {
    files: number
    covered: number
    gaps: Record<string, number>
  }
  assert.equal(files, covered + gaps.no_helper! + gaps.no_visit!)
  assert.ok(Array.isArray(units))
  const found = await owner.asks('/pairing-coverage/gaps?kind=no_helper')
  assert.equal(found.total, gaps.no_helper)
  const { party } = await owner.does('/parties', { kind: 'person', name: '尉迟恭' })
  const hash = 'f00d'.repeat(16)
  // The host's own clock says what day it is.
  const made = { hash, until_on: addDays(day(String(as_of)), 60) }
  refused(await owner.post('/calendars', { ...made, helper: party }), 422, 'calendar.no_helper')
  refused(await owner.post('/calendars', made), 422, 'calendar.of_nobody')
  await owner.does('/helpers', { party })
  const { calendar } = await owner.does('/calendars', { ...made, helper: party })
  const { calendars } = await owner.asks('/calendars')
  assert.equal((calendars as { state: string }[])[0]!.state, 'open')
  await owner.does(`/calendars/${calendar}/ends`, {})
  refused(await owner.post(`/calendars/${calendar}/ends`, {}), 409, 'calendar.ended')
  await drawn(owner, '/pairing/coverage.pdf')
  await drawn(owner, '/hardship-files/1/booklet.pdf')
}

/** A paper that the host draws. */
export async function drawn(owner: Client, path: string): Promise<void> {
  const { status, bytes, text } = await owner.get(path)
  assert.equal(status, 200, text)
  assert.equal(new TextDecoder().decode(bytes.slice(0, 5)), '%PDF-')
}
