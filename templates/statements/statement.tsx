/** A statement as one page that needs nothing else: no script, no style sheet, no server. */

import { raw } from 'hono/html'
import type { LabelledLines, PaymentRow, StatementView } from '../../src/statements/view.ts'
import { statementStyles } from './styles.ts'

interface Props {
  readonly view: StatementView
}

export function StatementPage({ view }: Props) {
  const { words } = view
  return (
    <html lang={view.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${words.title} ${view.number ?? words.preview}`}</title>
        <style>{raw(statementStyles)}</style>
      </head>
      <body>
        <Letterhead view={view} />
        <dl>
          {view.facts.map(({ label, value }) => (
            <>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </>
          ))}
        </dl>
        <div class="summary">
          <Contributions view={view} />
          <Position view={view} />
        </div>
        {view.changes && <Lines {...view.changes} />}
        {view.corrections && <Lines {...view.corrections} />}
        <Payments view={view} />
        <p>
          <span class="soft">{words.in_words}</span> <strong>{view.payments_in_words}</strong>
        </p>
        <p class="soft">{view.serials}</p>
        {view.contributions_listed !== null && <p class="soft">{view.contributions_listed}</p>}
        {view.number === null ? (
          <p class="soft preview-end">{words.seal_not}</p>
        ) : (
          <Signatures view={view} />
        )}
        <footer class="soft">
          <p>{`${words.digest} ${view.digest}`}</p>
          <p>{`${words.chain_head} ${view.chain_head}`}</p>
        </footer>
      </body>
    </html>
  )
}

function Letterhead({ view }: Props) {
  const { words } = view
  return (
    <header>
      <div>
        <p class="organisation">{view.organisation}</p>
        <h1>{words.title}</h1>
        <p class="soft">{view.edition}</p>
      </div>
      {view.number === null ? (
        <div class="preview">
          <strong>{words.preview}</strong>
          <p>{words.preview_note}</p>
        </div>
      ) : (
        <div class="number">
          <strong>{words.number({ number: view.number })}</strong>
          <p class="soft">{view.issued}</p>
          <p class="soft">{view.amounts_in}</p>
        </div>
      )}
    </header>
  )
}

function Contributions({ view }: Props) {
  const { words, contributions, contributions_total: total } = view
  return (
    <section>
      <h2>{words.contributions}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.source}</th>
            <Heading text={words.count} />
            <Heading text={words.amount} />
          </tr>
        </thead>
        <tbody>
          {contributions.map(({ source, count, amount }) => (
            <tr>
              <th scope="row">{source}</th>
              <Figure text={count} />
              <Figure text={amount} />
            </tr>
          ))}
          <tr class="strong last">
            <th scope="row">{words.total}</th>
            <Figure text={total.count} />
            <Figure text={total.amount} />
          </tr>
        </tbody>
      </table>
    </section>
  )
}

function Position({ view }: Props) {
  const last = view.position.length - 1
  return (
    <section>
      <h2>{view.words.position}</h2>
      <table>
        <tbody>
          {view.position.map(({ label, amount, strong }, place) => (
            <tr class={[strong && 'strong', place === last && 'last'].filter(Boolean).join(' ')}>
              <th scope="row">{label}</th>
              <Figure text={amount} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Payments({ view }: Props) {
  const { words } = view
  return (
    <section>
      <h2>{words.payments_heading}</h2>
      <table class="payments">
        <thead>
          <tr>
            <Heading text={words.serial} />
            <th scope="col">{words.day}</th>
            <th scope="col">{words.payee}</th>
            <th scope="col">{words.category}</th>
            <Heading text={words.amount} />
            <Heading text={words.balance} />
          </tr>
        </thead>
        <tbody>
          <SumRow label={words.start} amount="" balance={view.start} words={words} />
          {view.payments.map((payment) => (
            <Payment payment={payment} words={words} />
          ))}
          {view.payments.length === 0 && (
            <tr>
              <td class="none" colspan={6}>
                {words.no_payments}
              </td>
            </tr>
          )}
          <SumRow
            label={words.payments_total}
            amount={view.payments_total}
            balance={view.closing}
            style="strong last"
            words={words}
          />
        </tbody>
      </table>
    </section>
  )
}

interface SumRowProps {
  readonly label: string
  readonly amount: string
  readonly balance: string
  readonly style?: string
  readonly words: StatementView['words']
}

function SumRow({ label, amount, balance, style = '', words }: SumRowProps) {
  return (
    <tr class={style}>
      <th scope="row" class="payee" colspan={4}>
        {label}
      </th>
      <td class="figure amount">{amount}</td>
      <td class="figure balance" data-label={words.balance}>
        {balance}
      </td>
    </tr>
  )
}

function Payment({
  payment,
  words,
}: {
  readonly payment: PaymentRow
  readonly words: StatementView['words']
}) {
  const { serial, day, payee, category, amount, balance, notes } = payment
  return (
    <tr>
      <td class="figure serial" data-label={words.serial}>
        {serial}
      </td>
      <td class="day">{day}</td>
      <td class="payee">
        <bdi>{payee}</bdi>
        {notes.map((note) => (
          <p class="soft">{note}</p>
        ))}
      </td>
      <td class="category">{category}</td>
      <td class="figure amount">{amount}</td>
      <td class="figure balance" data-label={words.balance}>
        {balance}
      </td>
    </tr>
  )
}

function Signatures({ view }: Props) {
  const { words } = view
  return (
    <section class="signatures">
      <div>
        {view.signers.map((signer) => (
          <p class="line soft">{signer}</p>
        ))}
      </div>
      <div class="seal">
        <p>{view.organisation}</p>
        <p>{view.issued_on}</p>
        <p class="soft">{words.seal}</p>
      </div>
    </section>
  )
}

function Lines({ heading, lines }: LabelledLines) {
  return (
    <section>
      <h2>{heading}</h2>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </section>
  )
}

function Heading({ text }: { readonly text: string }) {
  return (
    <th scope="col" class="figure">
      {text}
    </th>
  )
}

function Figure({ text }: { readonly text: string }) {
  return <td class="figure">{text}</td>
}
