/** What happened to an agreement: what was done under it, and its versions with who signed them. */
import type { EvidenceView } from '../../../templates/pages/agreement.tsx'
import type { MilestoneView } from '../../../templates/parts/timeline.tsx'
import { show as showContribution } from '../../funds/contribution-queries.ts'
import { agreementSides } from '../../pairing/agreements/rows.ts'
import { type AgreementTold, measureTold } from './agreement-views.ts'
import { recordedBy } from './recorded-by.ts'
import type { Visit } from './visit.ts'

/** What was done, newest first. */
export function evidenceOf(visit: Visit, told: AgreementTold): EvidenceView[] {
  const { t, href } = visit
  const { agreements } = t
  const of = (line: AgreementTold['lines'][number], one: (typeof line.evidence)[number]) => {
    const measure = (text: string) => measureTold(visit, line, text, told.currency)
    const less = agreements.counts_less({ counted: measure(one.counted) })
    const back = `${agreements.taken_back}: ${one.taken_back ?? ''}`
    return {
      on_day: one.on_day,
      of: agreements.promise_kinds[line.kind],
      text: one.text ?? '',
      measure: measure(one.stands ? one.measure : one.counted),
      note: one.stands ? (one.counted === one.measure ? null : less) : back,
      contribution:
        one.contribution !== null && visit.may(showContribution)
          ? { href: href(`/contributions/${one.contribution}`), label: String(one.contribution) }
          : null,
      digest: one.digest,
      takeBack:
        one.stands && told.may.record
          ? {
              href: href(`/pairing/agreements/${told.agreement}/evidence/${one.evidence}/removal`),
              label: agreements.take_back,
            }
          : null,
    }
  }
  return told.lines
    .flatMap((line) => line.evidence.map((one) => of(line, one)))
    .toSorted((a, b) => (a.on_day < b.on_day ? 1 : -1))
}

/** Each version with its signatures, and the end; newest first. */
export function versionsOf(visit: Visit, told: AgreementTold): MilestoneView[] {
  const { agreements } = visit.t
  const ended: MilestoneView[] = told.ended
    ? [
        {
          title: agreements.states.ended,
          state: 'stopped',
          ...recordedBy(visit, told.ended.sequence),
        },
      ]
    : []
  const versions = told.versions.map(({ version, signatures, sequence }): MilestoneView => {
    const isSigned = signatures.length === agreementSides.length
    const lines = agreementSides.map((side) => {
      const one = signatures.find((signature) => signature.side === side)
      const word = agreements.sides[side]
      return one
        ? agreements.signed_by({ side: word, signer: one.signer ?? '' })
        : agreements.waits_for({ side: word })
    })
    return {
      title: agreements.version({ version }),
      state: isSigned ? 'done' : told.ended ? 'stopped' : 'current',
      ...recordedBy(visit, sequence),
      detail: lines.join(' · '),
    }
  })
  return [...versions, ...ended]
}
