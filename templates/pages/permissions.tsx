/** Who may do what: roles beside what they may, by the rooms of the house; readable on a phone. */
import type { Messages } from '../messages/messages.ts'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Section, Stack } from '../parts/layout.tsx'
import { PageHeader } from '../parts/page-header.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

/** What the same roles may, as far. */
export interface PermissionView {
  /** The roles; of one role where it may. */
  readonly term: string
  readonly acts: readonly string[]
  /** Where: in units, in the whole organisation, on what is one's own. */
  readonly note?: string
}

export interface PermissionGroupView {
  readonly title: string
  readonly rows: readonly PermissionView[]
}

export interface PermissionsView extends PageView {
  readonly breadcrumbs: readonly LinkView[]
  readonly action: string
  readonly role: string
  readonly roles: readonly OptionView[]
  readonly groups: readonly PermissionGroupView[]
}

/** The page of all rules, or of one role. */
export function PermissionsPage(view: PermissionsView) {
  const { t, language, breadcrumbs, action, role, roles, groups } = view
  const { permissions } = t
  return (
    <Stack>
      <PageHeader
        language={language}
        title={permissions.title}
        lead={permissions.lead}
        breadcrumbs={breadcrumbs}
      />
      <FilterForm language={language} action={action} clear={role === '' ? undefined : action}>
        <Select
          language={language}
          name="role"
          label={permissions.role}
          value={role}
          options={roles}
          empty={permissions.every_role}
        />
      </FilterForm>
      <PermissionGroups groups={groups} />
    </Stack>
  )
}

/** What one user may, by rooms, on one list. Where they may it is said beforehand, or before the acts. */
export function PermissionList({ groups }: { readonly groups: readonly PermissionGroupView[] }) {
  return (
    <DescriptionList
      items={groups.map(({ title, rows }) => ({
        term: title,
        detail: rows.map(({ term, acts }) => (
          <>
            {term !== '' && <div class="soft">{term}</div>}
            {acts.map((act) => (
              <div>{act}</div>
            ))}
          </>
        )),
      }))}
    />
  )
}

/** The rules by rooms. */
export function PermissionGroups({ groups }: { readonly groups: readonly PermissionGroupView[] }) {
  return (
    <>
      {groups.map(({ title, rows }) => (
        <Section title={title}>
          <DescriptionList
            items={rows.map(({ term, acts, note }) => ({
              term,
              detail: acts.map((act) => <div>{act}</div>),
              ...(note === undefined ? {} : { note }),
            }))}
          />
        </Section>
      ))}
    </>
  )
}
