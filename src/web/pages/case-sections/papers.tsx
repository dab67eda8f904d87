/** What can be printed of a case. */

import { ButtonLink } from '../../../../templates/parts/button.tsx'
import { Section } from '../../../../templates/parts/layout.tsx'
import { caseFileDownload } from '../../case-downloads.ts'
import type { CaseSection } from './section.ts'

/** The form of the application with all that was said and decided, as a paper. */
export const papersSection: CaseSection = ({ t, href, language, may }, { case: id }) => {
  if (!may(caseFileDownload)) return null
  const { title, lead, file } = t.case_papers.pages
  const path = href(`/cases/${id}/file.pdf?language=${language}`)
  const link = (
    <ButtonLink href={path} kind="secondary">
      {file}
    </ButtonLink>
  )
  return (
    <Section title={title} lead={lead} id="papers">
      {link}
    </Section>
  )
}
