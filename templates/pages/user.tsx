/** A user: the roles they have and where, what they may do by them; and the link of an invitation. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Digest, Prose, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { type PermissionGroupView, PermissionList } from './permissions.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface GrantView {
  readonly role: string
  /** The unit where it begins; without a way there for the whole organisation. */
  readonly where: { readonly href: string | null; readonly label: string }
  /** Where it is taken away; null for who may not. */
  readonly take: string | null
}

export interface UserPageView extends PageView {
  readonly name: string
  readonly breadcrumbs: readonly LinkView[]
  readonly done: string | undefined
  readonly ended: boolean
  readonly facts: readonly DescriptionView[]
  readonly grants: readonly GrantView[]
  readonly give: string | null
  /** How they sign in, as far as the reader may do something about it. */
  readonly acts: readonly LinkView[]
  readonly end: string | null
  readonly may: readonly PermissionGroupView[]
}

/** The page of one user. */
export function UserPage(view: UserPageView) {
  const { t, language, name, breadcrumbs, done, ended, facts, acts, end, may } = view
  const { users } = t
  return (
    <Stack>
      {done !== undefined && <Notice language={language} tone="success" title={done} />}
      <PageHeader
        language={language}
        title={name}
        breadcrumbs={breadcrumbs}
        facts={ended && <State kind="stopped" word={users.ended} />}
        actions={acts.map(({ href, label }) => <ButtonLink href={href}>{label}</ButtonLink>)}
      />
      <DescriptionList items={facts} />
      <Grants {...view} />
      {may.length > 0 && (
        <Section title={users.may} lead={users.may_lead}>
          <PermissionList groups={may} />
        </Section>
      )}
      {end && <Actions apart={<ButtonLink href={end}>{users.end}</ButtonLink>} />}
    </Stack>
  )
}

function Grants({ t, language, grants, give }: UserPageView) {
  const { users } = t
  const takes = grants.some(({ take }) => take !== null)
  return (
    <Section
      id="roles"
      title={users.roles}
      lead={users.roles_lead}
      actions={give && <ButtonLink href={give}>{users.give}</ButtonLink>}
    >
      <Table
        language={language}
        caption={users.roles}
        captionHidden
        rows={grants}
        empty={<p>{users.roles_none}</p>}
        columns={[
          { key: 'role', label: t.settings.role, head: true, cell: ({ role }) => role },
          {
            key: 'where',
            label: users.where,
            cell: ({ where: { href, label } }) =>
              href === null ? label : <a href={href}>{label}</a>,
          },
          ...(takes
            ? [
                {
                  key: 'take',
                  label: users.take,
                  cell: ({ take }: GrantView) => take && <a href={take}>{users.take}</a>,
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

interface InvitedView extends PageView {
  readonly link: string
  readonly role: string
  readonly until: DescriptionView['detail']
  readonly settings: string
}

/** An invitation that was made, with its link, which is shown this once. */
export function InvitedPage({ t, language, link, role, until, settings }: InvitedView) {
  const { users } = t
  return (
    <Stack>
      <PageHeader language={language} title={users.invited} />
      <Notice language={language} tone="warning">
        {users.invited_once}
      </Notice>
      <DescriptionList
        items={[
          { term: users.invited_link, detail: <Digest>{link}</Digest> },
          { term: users.invited_role, detail: role },
          { term: t.settings.token_ends, detail: until },
        ]}
      />
      <Prose>
        <p>{users.invite_lead}</p>
      </Prose>
      <ButtonLink href={settings}>{users.to_settings}</ButtonLink>
    </Stack>
  )
}
