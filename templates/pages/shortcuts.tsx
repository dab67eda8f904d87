/** The keyboard shortcuts, as a page and as the sheet that a dialog shows. */
import { type ShortcutName, shortcutTable } from '../enhance/shortcut-keys.ts'
import type { Messages } from '../messages/messages.ts'
import { Button } from '../parts/button.tsx'
import { Checkbox } from '../parts/fields.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { PageHeader } from '../parts/page-header.tsx'
import { Table } from '../parts/table.tsx'

interface ShortcutsView {
  readonly t: Messages
  readonly language: PageLanguage
}

/** The list of shortcuts. Whether they are on is asked by a script, which also shows the sheet: without it there are none. */
export function ShortcutsPage({ t, language }: ShortcutsView) {
  return (
    <div id="shortcuts">
      <PageHeader language={language} title={t.shell.shortcuts} lead={t.shortcuts.lead} />
      <div hidden>
        <Checkbox language={language} name="shortcuts" label={t.shortcuts.on} />
      </div>
      <Table
        language={language}
        caption={t.shell.shortcuts}
        captionHidden
        rows={shortcutTable}
        columns={[
          { key: 'does', label: t.shortcuts.does, head: true, cell: ({ name }) => does(t, name) },
          { key: 'keys', label: t.shortcuts.keys, cell: ({ keys }) => <Keys t={t} keys={keys} /> },
        ]}
      />
      <form method="dialog" hidden data-close>
        <Button kind="quiet">{t.parts.close}</Button>
      </form>
    </div>
  )
}

function does({ shell, shortcuts }: Messages, name: ShortcutName): string {
  if (name === 'search') return shortcuts.search
  if (name === 'new') return shortcuts.new
  if (name === 'help') return shortcuts.help
  return shortcuts.go_to({ place: shell[name] })
}

function Keys({ t, keys }: { readonly t: Messages; readonly keys: readonly string[] }) {
  return (
    <>
      {keys.map((key, position) => (
        <>
          {position > 0 && ` ${t.shortcuts.and_then} `}
          <kbd>{key}</kbd>
        </>
      ))}
    </>
  )
}
