/** The reference of a book's interface, and the page of one refusal. Plain HTML and CSS; no script. */
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'

export interface FieldView {
  readonly name: string
  readonly place: string
  readonly required: boolean
  readonly kind: string
  readonly example: string
}

export interface OperationView {
  readonly name: string
  readonly summary: string
  readonly method: string
  readonly path: string
  readonly may: readonly string[]
  readonly fields: readonly FieldView[]
  readonly answers: readonly { readonly name: string; readonly kind: string }[]
  readonly curl: string
}

export interface RefusalView {
  readonly code: string
  readonly title: string
  readonly status: number
  readonly remedy: string
}

export interface ReferenceView {
  readonly base: string
  readonly nouns: readonly {
    readonly noun: string
    readonly operations: readonly OperationView[]
  }[]
  readonly refusals: readonly RefusalView[]
}

/** The whole style of these pages; the page's policy allows exactly this text. */
export const referenceStyle = `
:root{color-scheme:light dark;--line:#8884;--soft:#8881;--accent:light-dark(#0b6b50,#5fd0aa)}
*{box-sizing:border-box}
body{font:1rem/1.55 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem 1rem 4rem}
h1{font-size:1.6rem;margin:.5rem 0}h2{margin:2.5rem 0 .5rem;border-bottom:1px solid var(--line)}
h3{font-size:1.05rem;margin:0}a{color:var(--accent)}
nav{display:flex;flex-wrap:wrap;gap:.25rem .9rem;margin:1rem 0}
code,pre{font:.875rem/1.5 ui-monospace,monospace;overflow-wrap:anywhere}
pre{background:var(--soft);padding:.75rem;overflow-x:auto;white-space:pre-wrap;user-select:all;margin:.5rem 0}
details{border:1px solid var(--line);border-radius:.4rem;margin:.5rem 0;padding:.5rem .75rem}
summary{cursor:pointer;overflow-wrap:anywhere}summary p{margin:.1rem 0 0}
.method{font-weight:700;color:var(--accent)}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:.5rem 0;font-size:.92rem}
th,td{text-align:start;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line)}
.quiet{opacity:.75}:target{scroll-margin-top:1rem;outline:2px solid var(--accent);outline-offset:2px}
@media print{details{break-inside:avoid}}
`

function Page({ title, children }: { title: string; children?: Child }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{title}</title>
        <style>{raw(referenceStyle)}</style>
      </head>
      <body>{children}</body>
    </html>
  )
}

/** The reference: nouns, their operations with fields, roles and a call to copy, and every refusal. */
export function Reference({ base, nouns, refusals }: ReferenceView) {
  return (
    <Page title="Care Ledger: reference">
      <h1>Reference</h1>
      <p>
        The interface of one organisation’s book, at <code>{base}</code>. It answers only to a
        token, sent as <code>Authorization: Bearer</code>. The same as a document for machines:{' '}
        <a href={`${base}/openapi.json`}>OpenAPI 3.1</a>.
      </p>
      <nav aria-label="Nouns">
        {nouns.map(({ noun }) => (
          <a href={`#${noun}`}>{noun}</a>
        ))}
        <a href="#refusals">refusals</a>
      </nav>
      <Conventions />
      {nouns.map(({ noun, operations }) => (
        <section>
          <h2 id={noun}>{noun}</h2>
          {operations.map((operation) => (
            <Operation operation={operation} />
          ))}
        </section>
      ))}
      <h2 id="refusals">refusals</h2>
      <p>
        A refusal is problem details (RFC 9457) with a code, a sentence with the values, and what to
        do. Nothing has been written then.
      </p>
      <Refusals base={base} refusals={refusals} />
    </Page>
  )
}

function Conventions() {
  return (
    <ul>
      <li>
        Amounts are text in the currency’s own decimals, such as <code>"125.00"</code>; days are{' '}
        <code>YYYY-MM-DD</code> in the organisation’s time zone; instants are milliseconds since the
        epoch, UTC.
      </li>
      <li>
        A command (POST) carries a JSON object and the header <code>Idempotency-Key</code>, 16 to
        200 characters made for this one act. Sent again with the same input, it gets the first
        answer, marked <code>Idempotent-Replayed: true</code>; with other input it is refused.
      </li>
      <li>
        <code>Prefer: dry-run</code>, or <code>?dry_run=true</code>, says what a command would do
        and writes nothing.
      </li>
      <li>
        <code>Care-Ledger-Sequence</code> says which event recorded a command, or up to which event
        a question was answered.
      </li>
    </ul>
  )
}

function Operation({ operation }: { operation: OperationView }) {
  const { name, method, path, summary, may, fields, answers, curl } = operation
  return (
    <details id={name}>
      <summary>
        <span class="method">{method}</span> <code>{path}</code>
        <p>{summary}</p>
      </summary>
      <p class="quiet">
        <code>{name}</code>, for {may.join(', ')}
      </p>
      {fields.length > 0 && (
        <div class="wide">
          <table>
            <thead>
              <tr>
                <th>Field</th>
                <th>In</th>
                <th>Takes</th>
                <th>Example</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <tr>
                  <td>
                    <code>{field.name}</code>
                  </td>
                  <td>{field.place}</td>
                  <td>
                    {field.kind}
                    {field.required ? '' : ' (may be left out)'}
                  </td>
                  <td>
                    <code>{field.example}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p>
        Answers{' '}
        {answers.map((answer, place) => (
          <>
            {place > 0 && ', '}
            <code>{answer.name}</code> <span class="quiet">{answer.kind}</span>
          </>
        ))}
      </p>
      <pre>{curl}</pre>
    </details>
  )
}

function Refusals({ base, refusals }: { base: string; refusals: readonly RefusalView[] }) {
  return (
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th>Code</th>
            <th>Status</th>
            <th>What to do</th>
          </tr>
        </thead>
        <tbody>
          {refusals.map(({ code, status, remedy }) => (
            <tr>
              <td>
                <a href={`${base}/problems/${code}`}>
                  <code>{code}</code>
                </a>
              </td>
              <td>{status}</td>
              <td>{remedy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The page to which the `type` of a problem leads. */
export function Problem({ base, refusal }: { base: string; refusal: RefusalView }) {
  const { code, title, status, remedy } = refusal
  return (
    <Page title={`Care Ledger: ${title}`}>
      <h1>{title}</h1>
      <p>
        <code>{code}</code>, answered with the status {status}. Nothing has been written.
      </p>
      {remedy !== '' && <p>{remedy}</p>}
      <p>
        <a href={`${base}/reference`}>The reference</a>
      </p>
    </Page>
  )
}
