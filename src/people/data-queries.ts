/** What is kept of a party beside its name: which fields are filled, what of them is shown. */
import { z } from 'zod'
import { officers, query } from '../book/registry.ts'
import { fieldState } from '../vault/fields.ts'
import { sealedFieldNames } from '../vault/values.ts'
import { partyName, partyRef, partyWithRef } from './parties.ts'
import { fieldFits } from './sealed-commands.ts'
import { shownField } from './shown.ts'

export const show = query({
  name: 'parties.sealed_fields',
  summary: 'Which sealed fields of a party are filled, with what the policy on masks shows of them',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/parties/{party}/sealed-fields' },
  input: z.strictObject({ party: z.string().max(40) }),
  output: z.object({
    party: z.string(),
    /** Whether the person was erased. */
    erased: z.boolean(),
    /** Whether the host holds master keys: without them nothing can be sealed or shown. */
    open: z.boolean(),
    fields: z.array(
      z.object({
        field: z.enum(sealedFieldNames),
        state: z.enum(['empty', 'sealed', 'erased']),
        /** Such as `····5341`; null where nothing is shown. */
        shown: z.string().nullable(),
      }),
    ),
  }),
  run: (view, input) => {
    const party = partyWithRef(view, input.party)
    const open = view.masterKeys !== undefined
    const fields = sealedFieldNames
      .filter((field) => fieldFits(party, field))
      .map((field) => {
        const state = fieldState(view, party.id, field)
        const shows = open && state === 'sealed'
        const asked = { field, purpose: 'internal' } as const
        return { field, state, shown: shows ? shownField(view, view.caller, party, asked) : null }
      })
    return { party: partyRef(party.id), erased: !partyName(view, party).full, open, fields }
  },
})
