/** Where a code is entered that opens pages without an account, and the sheet on which it is handed over. */
import type { Messages } from '../messages/messages.ts'
import { Actions, Button, ButtonForm, ButtonLink } from '../parts/button.tsx'
import { DescriptionList } from '../parts/description-list.tsx'
import { TextField } from '../parts/fields.tsx'
import { ErrorSummary, Form, type FormErrorView } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Digest, Prose, Row, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { QrCode } from '../parts/qr.tsx'
import { Day } from '../parts/time.tsx'

/** The words of a sort of codes. */
type EntranceWords = Pick<
  Messages['apply'],
  'title' | 'lead' | 'code' | 'code_hint' | 'go' | 'saved_note' | 'go_on' | 'go_on_link' | 'left'
>

export interface EntranceView {
  readonly words: EntranceWords
  readonly language: PageLanguage
  /** Where the code is sent to. */
  readonly place: string
  /** What was typed, or came with the link. */
  readonly code: string
  readonly problem: FormErrorView | null
  /** The way on, where this browser has a code already. */
  readonly goOn: string | null
  readonly left: boolean
}

/** Where the code is entered. */
export function CodeEntrance(view: EntranceView) {
  const { words, language, place, code, problem, goOn, left } = view
  return (
    <>
      <PageHeader language={language} title={words.title} lead={words.lead} />
      {left && (
        <Notice language={language} tone="success">
          {words.left}
        </Notice>
      )}
      {goOn !== null && (
        <Notice language={language} tone="info" title={words.go_on}>
          <a href={goOn}>{words.go_on_link}</a>
        </Notice>
      )}
      <ErrorSummary language={language} errors={problem ? [problem] : []} />
      <Stack>
        <Form action={place}>
          <TextField
            language={language}
            name="code"
            label={words.code}
            hint={words.code_hint}
            value={code}
            error={problem?.message}
            width="medium"
            autocomplete="off"
            spellcheck={false}
            focus={problem === null && code === ''}
          />
          <Actions>
            <Button kind="primary">{words.go}</Button>
          </Actions>
        </Form>
        <Prose>
          <p class="soft">{words.saved_note}</p>
        </Prose>
      </Stack>
    </>
  )
}

/** The way out on a computer that others use too. */
export function LeaveCode({
  words,
  place,
}: {
  readonly words: { readonly leave: string }
  readonly place: string
}) {
  return (
    <Row>
      <ButtonForm kind="quiet" action={`${place}/leave`}>
        {words.leave}
      </ButtonForm>
    </Row>
  )
}

type SheetWords = Pick<
  Messages['apply']['codes'],
  | 'title'
  | 'party'
  | 'address'
  | 'print'
  | 'sheet_lead'
  | 'sheet_how'
  | 'sheet_keep'
  | 'sheet_until'
  | 'sheet_qr'
>

export interface SheetView {
  readonly words: Pick<Messages['apply'], 'title' | 'code' | 'saved_note'> & {
    readonly codes: SheetWords
  }
  readonly language: PageLanguage
  readonly organisation: string
  readonly person: string
  readonly code: string
  /** Where the code is entered; the square leads there with the code. */
  readonly address: string
  readonly link: string
  readonly until: string
  readonly list: string
}

/** The sheet that is handed over. */
export function CodeSheet(view: SheetView) {
  const { words, language, organisation, person, code, address, link, until, list } = view
  const { codes } = words
  return (
    <Stack>
      <PageHeader language={language} title={words.title} caption={organisation} />
      <div class="screen-only">
        <Notice language={language} tone="warning">
          {codes.sheet_lead} {codes.print}
        </Notice>
      </div>
      <DescriptionList
        items={[
          { term: codes.party, detail: person },
          { term: words.code, detail: <Digest>{code}</Digest> },
          { term: codes.address, detail: <Digest>{address}</Digest> },
          { term: codes.sheet_until, detail: <Day language={language} day={until} /> },
        ]}
      />
      <QrCode text={link} label={codes.sheet_qr} />
      <Prose>
        <p>{codes.sheet_how}</p>
        <p>{words.saved_note}</p>
        <p>{codes.sheet_keep}</p>
      </Prose>
      <div class="screen-only">
        <ButtonLink href={list}>{codes.title}</ButtonLink>
      </div>
    </Stack>
  )
}
