/** The papers of a case on its page. */
import { PapersSection } from '../../../../templates/pages/case-papers.tsx'
import { add, content, list, verify } from '../../../hardship/applications/document-commands.ts'
import { applicationPaper } from '../../../hardship/applications/documents.ts'
import type { CaseSection } from './section.ts'

const kib = 1_024
const beforeDecision = ['open', 'asked', 'suspended']
const withoutAmount = ['identity', 'minutes']

/** The papers, the way to each, and to the verifying of amounts by another hand. */
export const documentsSection: CaseSection = (visit, theCase) => {
  const { t, language, href } = visit
  if (!visit.may(list)) return null
  const { documents, currency } = visit.ask(list, { case: theCase.case })
  const papers = documents.filter(({ kind }) => kind !== applicationPaper)
  const reads = visit.caller.readsNames && visit.may(content)
  const verifies =
    visit.may(verify) && theCase.interests.length === 0 && beforeDecision.includes(theCase.state)
  return PapersSection({
    t,
    language,
    currency,
    add: visit.may(add) ? href(`/cases/${theCase.case}/documents/new`) : null,
    rows: papers.map((one) => {
      const path = `/cases/${theCase.case}/documents/${one.document}`
      const may = verifies && !one.own_hand && !one.erased && !withoutAmount.includes(one.kind)
      return {
        kind: t.apply.papers[one.kind],
        name: one.erased ? t.apply.documents.erased : one.name,
        href: reads && !one.erased ? href(path) : null,
        size: t.apply.documents.bytes({ kib: Math.ceil(one.bytes / kib) }),
        amount: one.verified?.amount ?? null,
        verify: may ? href(`${path}/amount`) : null,
      }
    }),
  })
}
