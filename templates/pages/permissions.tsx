/** Who may do what: roles beside what they may, by the rooms of the house; readable on a phone. */
import type { Messages } from '../messages/messages.ts'
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
  readonly action: string
  readonly role: string
  readonly roles: readonly OptionView[]
  readonly groups: readonly PermissionGroupView[]
}

/** The page of all rules, or of one role. */
export function PermissionsPage({ t, language, action, role, roles, groups }: PermissionsView) {
  const { permissions } = t
  return (
    <Stack>
      <PageHeader language={language} title={permissions.title} lead={permissions.lead} />
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
