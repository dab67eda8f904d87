/** The values of refusals of helpers, needs and places, and of lists of these, by code. */
export interface RegisterRefusalValues {
  'helper.exists': { party: string; helper: string }
  'helper.has_pairs': { helper: string; pairs: readonly string[] }
  'helper.leaves_on_needed': { helper: string; today: string }
  'helper.sort_other': { party: string; sort: string }
  'helper.unchanged': { helper: string }
  'helper.unknown': { helper: number | string }
  'need.exists': { party: string; kind: string; need: string }
  'need.file_other': { party: string; file: string }
  'need.has_pairs': { need: string; pairs: readonly string[] }
  'need.unchanged': { need: string }
  'need.unknown': { need: number | string }
  'pairing.code_unknown': { what: string; code: string }
  'pairing.name_of_nobody': { name: string }
  'pairing.name_of_several': { name: string; parties: readonly string[] }
  'pairing.new_twice': { name: string; row: number }
  'pairing.not_a_number': { column: string; text: string }
  'pairing.row': { row: number; code: string; said: string }
  'pairing.word_unknown': { column: string; text: string }
  'place.closed': { place: string }
  'place.exists': { place: string }
  'place.half': { place: string }
  'place.unchanged': { place: string }
  'place.unknown': { place: string }
}
