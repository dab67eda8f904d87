/** Draws the table of moves of a pair for `src/pairing/README.md`, from the code itself. */
import {
  type PairActKind,
  type PairState,
  pairActs,
  pairMoves,
  pairStates,
} from '../../src/pairing/pairs/moves.ts'

/** Where an act leads from a state; an end that was proposed may be watched, any other is over at once. */
function leadsTo(act: PairActKind, from: PairState): readonly PairState[] {
  const { to } = pairMoves[act]
  if (to === 'stays') return [from]
  if (to !== 'evaluated') return [to]
  return from === 'closing' ? ['observed', 'ended'] : ['ended']
}

function diagram(): string[] {
  const lines = pairActs.flatMap((act) => {
    const { from } = pairMoves[act]
    if (from.length === 0) return [`  [*] --> proposed: ${act}`]
    return from.flatMap((state) => leadsTo(act, state).map((to) => `  ${state} --> ${to}: ${act}`))
  })
  const left = new Set(pairActs.flatMap((act) => pairMoves[act].from))
  const ends = pairStates.filter((state) => !left.has(state)).map((state) => `  ${state} --> [*]`)
  return ['```mermaid', 'stateDiagram-v2', ...lines, ...ends, '```']
}

/** Every state against every act: where it leads, or nowhere. */
function grid(): string[] {
  const acts = pairActs.filter((act) => pairMoves[act].from.length > 0)
  const rows = pairStates.map((state) => {
    const cells = acts.map((act) =>
      pairMoves[act].from.includes(state) ? leadsTo(act, state).join(' or ') : '·',
    )
    return `| **${state}** | ${cells.join(' | ')} |`
  })
  return [`| | ${acts.join(' | ')} |`, `|---|${acts.map(() => '---').join('|')}|`, ...rows]
}

const [begin, end] = ['<!-- moves: drawn from the code -->', '<!-- end of moves -->']

/** A page with its drawing made anew; a mark that is missing is an error. */
export function withMoves(page: string): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error('The page has no place for the moves.')
  const drawn = [...diagram(), '', 'Every state against every act:', '', ...grid()].join('\n')
  return `${page.slice(0, from)}${begin}\n\n${drawn}\n\n${page.slice(to)}`
}
