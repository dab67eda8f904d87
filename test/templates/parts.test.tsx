/** Each part as the HTML that it becomes. Long ones are told by what matters in them. */
import { describe, expect, it } from 'vitest'
import { Actions, Button, ButtonForm, ButtonLink } from '../../templates/parts/button.tsx'
import { Chart } from '../../templates/parts/chart.tsx'
import { CheckAnswers, JournalEntry } from '../../templates/parts/check-answers.tsx'
import type { Content } from '../../templates/parts/content.ts'
import { DescriptionList, SummaryList } from '../../templates/parts/description-list.tsx'
import { Dialog, DialogLink } from '../../templates/parts/dialog.tsx'
import { EmptyState } from '../../templates/parts/empty-state.tsx'
import { Figure, Figures, Money } from '../../templates/parts/figure.tsx'
import { Notice, RefusalNotice } from '../../templates/parts/notice.tsx'
import { Progress } from '../../templates/parts/progress.tsx'
import { Register } from '../../templates/parts/register.tsx'
import { State } from '../../templates/parts/state.tsx'
import { Steps } from '../../templates/parts/steps.tsx'
import { Table, TableFoot } from '../../templates/parts/table.tsx'
import { Day, Instant } from '../../templates/parts/time.tsx'
import { Timeline } from '../../templates/parts/timeline.tsx'
import { WorkList } from '../../templates/parts/work-list.tsx'

const language = 'en'

/** HTML, and the text that is left without its tags. */
function html(part: Content): string {
  return String(part)
}

function text(part: Content): string {
  return html(part)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

describe('[look 2] money', () => {
  it.each([
    ['1234.50', undefined, '<data class="money" value="1234.50">1,234.50</data>'],
    ['-80.00', undefined, '<data class="money money-negative" value="-80.00">−80.00</data>'],
    ['-0.00', true, '<data class="money" value="-0.00">0.00</data>'],
  ])('%s, overdraft %s', (amount, overdraft, written) => {
    expect(html(<Money language={language} amount={amount} overdraft={overdraft} />)).toBe(written)
  })

  it('that is not there is red and has the word', () => {
    const bank = html(<Money language="zh-Hans" amount="-80.00" currency="CNY" overdraft />)
    expect(bank).toContain('money-overdrawn')
    expect(bank).toContain('透支')
    expect(bank).toContain('title="CNY"')
  })

  it('[look 3] in a figure leads to what it is made of', () => {
    const figure = <Figure language={language} label="Available" amount="5.00" href="/a" strong />
    expect(html(<Figures form="lines">{figure}</Figures>)).toBe(
      '<dl class="figures figures-lines"><div class="figure figure-strong"><dt>Available</dt>' +
        '<dd class="figure-amount"><a href="/a"><data class="money" value="5.00">5.00</data></a></dd>' +
        '</div></dl>',
    )
  })
})

describe('[look 2] times', () => {
  it('say ISO to machines and on hover', () => {
    expect(html(<Day language={language} day="2026-03-14" form="long" />)).toBe(
      '<time datetime="2026-03-14" title="2026-03-14">14 March 2026</time>',
    )
    const instant = '2026-03-14T01:02:03Z'
    expect(html(<Instant language="zh-Hant" instant={instant} timeZone="Asia/Taipei" />)).toBe(
      `<time datetime="${instant}" title="${instant}">2026年3月14日 09:02</time>`,
    )
  })
})

describe('tables', () => {
  const columns = [
    { key: 'name', label: 'Paid to', head: true, cell: ({ name }: Row) => name },
    {
      key: 'amount',
      label: 'Amount',
      kind: 'figure' as const,
      currency: 'USD',
      sort: { href: '?sort=amount', now: 'descending' as const },
      cell: ({ amount }: Row) => amount,
    },
  ]
  interface Row {
    readonly name: string
    readonly amount: string
  }
  const table = (rows: readonly Row[]) => (
    <Table
      language={language}
      caption="Payouts"
      columns={columns}
      rows={rows}
      totals={{ amount: '5.00' }}
      empty={<EmptyState title="No payout yet" lead="They stand here." />}
    />
  )

  it('name their columns, say the currency once, rule their totals', () => {
    const drawn = html(table([{ name: '<b>', amount: '5.00' }]))
    expect(drawn).toContain('aria-sort="descending"')
    expect(drawn.match(/>USD</g)).toHaveLength(1)
    expect(drawn).toContain('<th scope="row"><div class="cell">&lt;b&gt;</div></th>')
    expect(drawn).toContain(
      '<td class="figure-cell" data-label="Amount · USD"><div class="cell">5.00</div></td>',
    )
    expect(drawn).toContain('<tfoot><tr><th scope="row">Total</th>')
  })

  it('[look 7] teach when they are empty', () => {
    expect(text(table([]))).toBe('No payout yet They stand here.')
  })

  it('lead on to other pages and away as files', () => {
    const foot = (
      <TableFoot language={language} older="?b=1" exports={[{ href: 'x', label: 'CSV' }]} />
    )
    expect(text(foot)).toBe('Older → Take it with you: CSV')
    expect(html(<TableFoot language={language} />)).toBe('')
  })

  it('registers show balances, and reversals in words', () => {
    const register = (
      <Register
        language={language}
        caption="Bank"
        currency="USD"
        overdraft
        opening={{ day: '2026-01-01', balance: '10.00' }}
        rows={[
          {
            day: '2026-01-02',
            serial: 7,
            text: 'Payout',
            mark: 'reversed',
            money_out: '30.00',
            balance: '-20.00',
            href: '/e/7',
          },
        ]}
        totals={{ money_in: '0.00', money_out: '30.00', balance: '-20.00' }}
      />
    )
    expect(text(register)).toBe(
      'Bank Date No. What Money in USD Money out USD Balance USD ' +
        '1 Jan 2026 Opening balance 10.00 ' +
        '2 Jan 2026 7 Reversed Payout 30.00 −20.00 Overdrawn ' +
        'Total 0.00 30.00 −20.00 Overdrawn',
    )
    expect(html(register)).toContain(
      '<a href="/e/7"><span class="entry-text struck">Payout</span></a>',
    )
  })
})

describe('[look 4] states', () => {
  it('are a word and a shape', () => {
    const state = html(<State kind="stopped" word="Declined" />)
    expect(state).toMatch(/^<span class="state state-refusal"><svg .*<\/svg>Declined<\/span>$/)
    expect(html(<State kind="reversed" word="Reversed" />)).toContain('state-plain')
  })

  it('stand on a path, with who and when and the next action', () => {
    const day = <Day language={language} day="2026-01-02" />
    const timeline = (
      <Timeline
        language={language}
        milestones={[
          { title: 'Applied', state: 'done', when: day, who: 'Li' },
          { title: 'Paid', state: 'current', action: <Button kind="primary">Pay</Button> },
          { title: 'Filed', state: 'coming', detail: 'The receipt' },
        ]}
      />
    )
    expect(text(timeline)).toBe(
      'Applied ( Done ) 2 Jan 2026 · Li Paid ( Now ) Pay Filed ( Still to come ) The receipt'
        .replaceAll('( ', '(')
        .replaceAll(' )', ')'),
    )
    expect(html(timeline)).toContain('<li class="timeline-current" aria-current="step">')
  })

  it('of a task are its steps', () => {
    const steps = [{ title: 'Who', href: '/who' }, { title: 'How much' }, { title: 'Check' }]
    const drawn = html(<Steps language={language} steps={steps} current={2} />)
    expect(drawn).toContain('aria-label="Step 2 of 3"')
    expect(drawn).toContain('<a href="/who">Who</a>')
    expect(drawn).toContain('<li aria-current="step"><span class="steps-number">2</span>')
  })
})

describe('[look 6] notices', () => {
  it('say their tone in a word where they have no title', () => {
    expect(text(<Notice language="zh-Hant" tone="warning" />)).toBe('請注意')
    expect(text(<Notice language={language} tone="info" title="Soon" />)).toBe('Soon')
  })

  it('of refusals say what, why and what to do, at once', () => {
    const refusal = (
      <RefusalNotice language={language} sentence="S." rule="R." remedy="Do." code="payout.own" />
    )
    expect(text(refusal)).toBe('This was not done S. The rule: R. What to do: Do. Code: payout.own')
    expect(html(refusal)).toContain('role="alert"')
  })
})

describe('[look 5] before an irreversible act', () => {
  const posting = {
    fund: 'Care',
    debit: { code: '5110', name: 'Grants' },
    credit: { code: '1010', name: 'Bank' },
    amount: '5.00',
    currency: 'USD',
  }

  it('the entry shows a debit and a credit, and the currency once a column', () => {
    expect(text(<JournalEntry language={language} caption="Entry" postings={[posting]} />)).toBe(
      'Entry Account Fund Debit USD Credit USD 5110 Grants Care 5.00 1010 Bank Care 5.00',
    )
  })

  it('amounts of several currencies each say their own', () => {
    const postings = [posting, { ...posting, currency: 'EUR' }]
    const drawn = text(<JournalEntry language={language} caption="Entry" postings={postings} />)
    expect(drawn.match(/US\$|€/g)).toEqual(['US$', 'US$', '€', '€'])
  })

  it('the answers can be changed, and no entry is said', () => {
    const change = { name: 'step', value: 'change:payee' }
    const answers = [{ term: 'Paid to', detail: '<i>', change }]
    const page = (
      <CheckAnswers
        language={language}
        answers={answers}
        postings={null}
        words="five"
        sentence="Pay 5."
      />
    )
    expect(text(page)).toBe(
      'Pay 5. In words: five Paid to &lt;i&gt; Change No journal entry is posted: no money moves.',
    )
    expect(html(page)).toContain('aria-label="Change: Paid to" name="step" value="change:payee"')
    const link = { ...answers[0]!, change: { href: '/back' } }
    expect(html(<SummaryList language={language} items={[link]} />)).toContain('<a href="/back"')
  })
})

describe('[look 7] long work', () => {
  it('says how far it has come', () => {
    expect(
      text(<Progress language={language} id="p" label="Import" done={1204} all={19800} />),
    ).toBe('Import 1,204 of 19,800 · 6% 1,204 of 19,800 · 6%')
    const unknown = html(<Progress language={language} id="p" label="Import" done={3} all={null} />)
    expect(unknown).toContain('<progress id="p"></progress>')
  })
})

describe('charts', () => {
  it('have a name, a path and their figures', () => {
    const points = [
      { month: '2026-01', amount: '5.00' },
      { month: '2026-02', amount: '-2.50' },
    ]
    const chart = html(<Chart language={language} title="Balance" currency="USD" points={points} />)
    expect(chart).toContain('aria-label="Balance: January 2026 USD 5.00 → February 2026 USD −2.50"')
    expect(chart).toContain('<path class="chart-line" d="M0,0L480,96"></path>')
    expect(chart).toContain('The figures of this chart')
    expect(html(<Chart language={language} title="Nothing" currency="USD" points={[]} />)).toBe('')
  })
})

describe('buttons, dialogs, lists', () => {
  it('submit, lead, post, open', () => {
    expect(
      html(
        <Button name="step" value="post">
          Go
        </Button>,
      ),
    ).toBe(
      '<button class="button button-secondary" type="submit" name="step" value="post">Go</button>',
    )
    expect(
      html(
        <ButtonLink href="/new" kind="primary">
          New
        </ButtonLink>,
      ),
    ).toBe('<a class="button button-primary" href="/new">New</a>')
    const form = (
      <ButtonForm action="/seen" hidden={{ key: 'k' }}>
        Seen
      </ButtonForm>
    )
    expect(html(form)).toContain(
      '<form method="post" action="/seen" class="inline-form"><input type="hidden" name="key" value="k"/>',
    )
    expect(
      html(
        <DialogLink href="/void" dialog="d">
          Void
        </DialogLink>,
      ),
    ).toContain('href="/void" data-dialog="d"')
    const dialog = html(
      <Dialog language={language} id="d" title="Void">
        Sure
      </Dialog>,
    )
    expect(dialog).toMatch(/^<dialog class="dialog" id="d" aria-labelledby="d-title">/)
    expect(text(dialog)).toBe('Void Sure Close')
  })

  it('keep what destroys apart', () => {
    expect(html(<Actions apart={<Button kind="danger">Void</Button>}>a</Actions>)).toContain(
      '<div class="actions-apart"><button class="button button-danger"',
    )
  })

  it('tell what waits and what is known', () => {
    const items = [
      { title: 'Approve', href: '/p/1', detail: 'Li', amount: { amount: '5.00', currency: 'EUR' } },
    ]
    expect(text(<WorkList language={language} items={items} />)).toBe('Approve Li € 5.00')
    const known = [{ term: 'Fund', detail: 'Care', note: 'closed' }]
    expect(text(<DescriptionList items={known} />)).toBe('Fund Care closed')
  })
})
