/** Refusals of places, helpers and needs. */
import { refusal } from '../../kit/refusal.ts'

export const placeUnknown = refusal<{ place: string }>(
  'place.unknown',
  404,
  ({ place }) => `There is no place "${place}" in this book.`,
  'Look it up in the list of places, or add it first.',
)

export const placeExists = refusal<{ place: string }>(
  'place.exists',
  409,
  ({ place }) => `There is a place "${place}" in this book already.`,
  'Take another code, or change the place that is there.',
)

export const placeUnchanged = refusal<{ place: string }>(
  'place.unchanged',
  409,
  ({ place }) => `The place "${place}" is called this and lies there already.`,
  'Change what is said of it, or leave it.',
)

export const placeClosed = refusal<{ place: string }>(
  'place.closed',
  409,
  ({ place }) => `The place "${place}" is no longer in use.`,
  'Name another place, or open this one again.',
)

export const placeHalf = refusal<{ place: string }>(
  'place.half',
  422,
  ({ place }) => `Of the place "${place}" only one of latitude and longitude is given.`,
  'Give both, or neither.',
)

export const pairingCodeUnknown = refusal<{ what: string; code: string }>(
  'pairing.code_unknown',
  422,
  ({ what, code }) => `The policy on pairing knows no ${what} "${code}".`,
  'Take one that it names, or add it to the policy first.',
)

export const pairingRow = refusal<{ row: number; code: string; said: string }>(
  'pairing.row',
  422,
  ({ row, said }) => `Row ${row}: ${said}`,
  'Put the row right or leave it out; nothing of the list was entered.',
)

export const helperUnknown = refusal<{ helper: number | string }>(
  'helper.unknown',
  404,
  ({ helper }) => `There is no helper ${helper} in this book.`,
  'Look them up in the list of helpers.',
)

export const helperExists = refusal<{ party: string; helper: string }>(
  'helper.exists',
  409,
  (v) => `${v.party} is in the register as helper ${v.helper} already; each is there once.`,
  'Change what that entry says; who had ended is opened again there.',
)

export const helperSortOther = refusal<{ party: string; sort: string }>(
  'helper.sort_other',
  422,
  (v) => `${v.party} is no ${v.sort}.`,
  'A person helps as a person; a body as an enterprise, a village, a department or an association.',
)

export const helperUnchanged = refusal<{ helper: string }>(
  'helper.unchanged',
  409,
  ({ helper }) => `The entry of helper ${helper} says exactly this already.`,
  'Change what it says, or leave it.',
)

export const helperLeavesOnNeeded = refusal<{ helper: string; today: string }>(
  'helper.leaves_on_needed',
  422,
  (v) => `Helper ${v.helper} is to leave, and no day from today, ${v.today}, on is given for it.`,
  'Give the day; until then their pairs are handed over.',
)

export const helperHasPairs = refusal<{ helper: string; pairs: readonly string[] }>(
  'helper.has_pairs',
  409,
  (v) => `Helper ${v.helper} still has pairs: ${v.pairs.join(', ')}.`,
  'Hand them over first; mark the helper as leaving until that is done.',
)

export const needUnknown = refusal<{ need: number | string }>(
  'need.unknown',
  404,
  ({ need }) => `There is no need ${need} in this book.`,
  'Look it up in the list of needs.',
)

export const needExists = refusal<{ party: string; kind: string; need: string }>(
  'need.exists',
  409,
  (v) => `${v.party} has the open need ${v.need} of the kind ${v.kind} already.`,
  'Change that need; who is to have several helpers says so there.',
)

export const needFileOther = refusal<{ party: string; file: string }>(
  'need.file_other',
  422,
  (v) => `${v.party} does not live in the household of the hardship file ${v.file}.`,
  'Leave the file out: the one of their household is found.',
)

export const needUnchanged = refusal<{ need: string }>(
  'need.unchanged',
  409,
  ({ need }) => `The need ${need} says exactly this already.`,
  'Change what it says, or leave it.',
)

export const needHasPairs = refusal<{ need: string; pairs: readonly string[] }>(
  'need.has_pairs',
  409,
  (v) => `More pairs of the need ${v.need} go on than that leaves room for: ${v.pairs.join(', ')}.`,
  'End or withdraw those first.',
)

export const pairingNameOfNobody = refusal<{ name: string }>(
  'pairing.name_of_nobody',
  422,
  ({ name }) => `Nobody in the book is called "${name}".`,
  'Write their reference, correct the name, or have new names registered with the list.',
)

export const pairingNameOfSeveral = refusal<{ name: string; parties: readonly string[] }>(
  'pairing.name_of_several',
  422,
  ({ name, parties }) => `Several are called "${name}": ${parties.join(', ')}.`,
  'Write the reference of the one who is meant.',
)

export const pairingWordUnknown = refusal<{ column: string; text: string }>(
  'pairing.word_unknown',
  422,
  ({ column, text }) => `"${text}" says nothing that is known of ${column}.`,
  'Write one of the words that the form of this register offers.',
)

export const pairingNotANumber = refusal<{ column: string; text: string }>(
  'pairing.not_a_number',
  422,
  ({ column, text }) => `"${text}" is no whole number of ${column}.`,
  'Write digits alone.',
)

export const pairingNewTwice = refusal<{ name: string; row: number }>(
  'pairing.new_twice',
  422,
  (v) => `"${v.name}" is nobody in the book yet, and stands in row ${v.row} already.`,
  'Register whoever it is first, and write their references.',
)
