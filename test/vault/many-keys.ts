/** Many people with something sealed, in one act, through the door of a book in a file. */
import { z } from 'zod'
import { perform } from '../../src/book/book.ts'
import { pageCommand } from '../../src/book/registry.ts'
import { freshKey, hostCaller, openBook } from '../../src/node.ts'
import { registerParty } from '../../src/people/parties.ts'
import { sealField } from '../../src/vault/fields.ts'

const fill = pageCommand({
  name: 'tests.fill',
  summary: 'Adds people with something sealed',
  may: ['owner'],
  reach: 'organisation',
  input: z.strictObject({ people: z.number() }),
  output: z.object({ people: z.number() }),
  subject: () => 'test',
  run: (act, { people }) => {
    for (let number = 0; number < people; number += 1) {
      const { id } = registerParty(act, { kind: 'person', name: `Person ${number}`, unit: null })
      const digits = String(13_000_000_000 + number)
      sealField(act, id, 'phone', { number: `+86${digits}`, extension: null })
    }
    return { people }
  },
})

/** Fills a book with people who have a sealed telephone number each. */
export function fillWithKeys(path: string, people: number): void {
  const opened = openBook(path)
  try {
    perform(opened.book, {
      command: fill,
      input: { people },
      key: freshKey(),
      caller: hostCaller,
    })
  } finally {
    opened.close()
  }
}
