import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { peopleWords } from '../people-words.ts'

const { day } = tellingIn('en')

/** Those of people that speak in codes, or to programmers, by themselves. */
export const peopleRefusals = {
  'membership.none_to_transfer': (v) => ({
    sentence: `On the day before ${day(v.day)} ${v.party} has no membership of the sort “${wordFor(peopleWords.membership_sort, v.sort)}”, so there is nothing to transfer.`,
    remedy: 'Begin a membership in its place.',
  }),
  'membership.overlaps': (v) => ({
    sentence: `There is a membership of the sort “${wordFor(peopleWords.membership_sort, v.sort)}” already: in ${v.unit} from ${day(v.from)}${v.to === null ? ' on' : ` to ${day(v.to)}`}.`,
    remedy: 'Transfer the person, or end that membership first.',
  }),
  'tie.contrary': (v) => ({
    sentence: `The other way round is recorded already (${wordFor(peopleWords.tie_role, v.kind)}): both cannot be.`,
    remedy: 'End the wrong one as a mistake first.',
  }),
  'tie.exists': (v) => ({
    sentence: `This tie is recorded already (${wordFor(peopleWords.tie_role, v.kind)}).`,
    remedy: 'Nothing needs to be done; if it ended in between, end it first.',
  }),
  'party.unknown': (v) => ({
    sentence: `Nobody in this book has the reference “${v.party}”.`,
    remedy: 'Write the name instead; a new name is added to the people.',
  }),
} satisfies SomeRefusalWords
