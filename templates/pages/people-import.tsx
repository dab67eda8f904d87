/** The form that takes a file of people to be checked, with its template. */
import { Actions, Button } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import type { OptionView } from '../parts/field.tsx'
import { FileField, Select } from '../parts/fields.tsx'
import { Form } from '../parts/form.tsx'
import { Prose, Section } from '../parts/layout.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { type ImportView, Told } from './task-forms.tsx'

export interface ImportPeopleView extends ImportView {
  readonly region: string
  readonly regions: readonly OptionView[]
  readonly templates: readonly LinkView[]
}

/** Imports people: first the file is checked. */
export function ImportPeoplePage(view: ImportPeopleView) {
  const { t, language, breadcrumbs, action, key, errors, limit, task } = view
  const words = t.peopleImport
  const hidden: Record<string, string> = task === '' ? {} : { task }
  return (
    <>
      <PageHeader
        language={language}
        title={words.title}
        lead={words.lead}
        breadcrumbs={breadcrumbs}
      />
      <Told {...view} />
      <Form action={action} idempotencyKey={key} hidden={hidden} multipart>
        <FileField
          language={language}
          name="people"
          label={words.file}
          hint={words.file_hint({ limit })}
          error={errors.people}
          accept=".xlsx,.csv,text/csv"
        />
        {task === '' && (
          <Select
            language={language}
            name="region"
            label={words.region}
            value={view.region}
            options={view.regions}
            empty={words.region_none}
            error={errors.region}
          />
        )}
        <Actions>
          <Button kind="primary">{task === '' ? words.check : t.tasks.do_import}</Button>
        </Actions>
      </Form>
      <Section title={words.template} lead={words.template_lead}>
        <Prose>
          <ul>
            {view.templates.map(({ href, label }) => (
              <li>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </Prose>
      </Section>
    </>
  )
}
