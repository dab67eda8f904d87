/** What the page of a person, a household’s file and a case tell of pairing: who helps whom. */
import type { Messages } from '../messages/messages.ts'
import type { Content } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Section, Stack } from '../parts/layout.tsx'
import { PairsTable, type PairView } from './pairs.tsx'

export interface PairingPartView {
  readonly t: Messages
  readonly language: PageLanguage
  /** That they are a helper, and what they need help with. */
  readonly items: readonly DescriptionView[]
  readonly pairs: readonly PairView[]
  /** The list of all of their pairs. */
  readonly all: string | undefined
  /** What can be done where nobody helps yet. */
  readonly actions: Content
  /** What stands where there is no pair. */
  readonly none: string
}

/** The section. */
export function PairingPart({ t, language, items, pairs, all, actions, none }: PairingPartView) {
  const leading = all !== undefined && pairs.length > 0
  return (
    <Section
      title={t.shell.pairing}
      id="pairing"
      actions={leading ? <a href={all}>{t.helpers.all_pairs}</a> : actions}
    >
      <Stack>
        {items.length > 0 && <DescriptionList items={[...items]} />}
        {pairs.length > 0 ? (
          <PairsTable t={t} language={language} rows={pairs} empty={null} />
        ) : (
          <p class="soft">{none}</p>
        )}
      </Stack>
    </Section>
  )
}
