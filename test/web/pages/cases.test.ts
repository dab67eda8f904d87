/** Pages of cases, lists, files and programmes: entered, found by what waits, taken from a spreadsheet. */
import { beforeAll, describe, expect, it } from 'vitest'
import { workbookOf } from '../../../src/exchange/workbook.ts'
import { furnish, type HardshipBook } from '../../hardship/hardship-for-tests.ts'
import { formIn, type Pages, pagesForTests, type Reader } from './pages-for-tests.ts'

const administrator = { role: 'fund_administrator' } as const
const auditor = { role: 'auditor', readsNames: false } as const

let site: Pages
let book: HardshipBook

beforeAll(async () => {
  site = await pagesForTests()
  const steps = [{ kind: 'verify' }, { kind: 'notice', level: 'unit' }] as const
  const last = [{ kind: 'approve' }, { kind: 'pay' }, { kind: 'revisit', after_months: 6 }] as const
  book = furnish(site.t, { steps: [...steps, ...last] })
})

let keys = 0

/** Sends a form with a key of its own; those of its pages come round again, since chance is fixed here. */
async function sent(path: string, fields: Record<string, string>, reader: Reader = administrator) {
  keys += 1
  return site.send(path, { ...fields, key: `key-of-a-form-${keys + 10_000}` }, reader)
}

const answers = {
  programme: 'relief',
  cause: 'illness',
  amount: '3,000',
  instalments: '6',
  form: 'bank',
  applied_by: 'branch',
}

describe('a case', () => {
  it('is entered on one page, with the file of a household that has none, and shown with its way', async () => {
    const file = { file_people: '2', file_income: '0', file_situation: '<script>alert(1)</script>' }
    const entered = await sent('/cases/new', {
      ...answers,
      ...file,
      applied_by: 'kin',
      beneficiary: 'Ouyang Ming',
      beneficiary_kind: 'person',
      payee: book.hospital,
      cause_text: 'Kidney disease',
      grade: 'special',
      situation: '=cmd() 🙏',
      unit: 'north',
    })
    expect([entered.status, entered.location]).toEqual([303, '/b/relief/cases/1?done=enter'])
    const { html } = await site.get('/cases/1?done=enter', administrator)
    for (const said of [
      ...['The case is entered', 'C-000001', 'Ouyang Ming', '18,000.00', 'eighteen thousand yuan'],
      ...[
        'Kidney disease',
        'First Hospital',
        '=cmd() 🙏',
        'Verification',
        'Public notice',
        'F-000004',
      ],
    ]) {
      expect(html).toContain(said)
    }
    expect((await site.get('/hardship-files/4', administrator)).html).not.toContain('<script>alert')
  })

  it('is told in Chinese, its amount in capitals', async () => {
    const { html } = await site.get('/cases/1', { ...administrator, language: 'zh-Hans' })
    for (const said of ['困难帮扶', '支部核实', '人民币壹万捌仟元整', '重大疾病']) {
      expect(html).toContain(said)
    }
    const traditional = await site.get('/cases/1', { ...administrator, language: 'zh-Hant' })
    expect(traditional.html).toContain('困難扶助')
  })

  it('keeps what is personal from who does not read names', async () => {
    for (const path of ['/cases', '/cases/1', '/hardship-files/4', '/hardship-files']) {
      const { html, status } = await site.get(path, auditor)
      expect(status).toBe(200)
      expect(html).not.toMatch(/Ouyang Ming|Kidney|cmd\(\)|alert\(1\)/)
    }
  })

  it('is revised with what it asked for before it, and a mask is no new text', async () => {
    const form = (await site.get('/cases/1/revision', administrator)).html
    expect(form).toContain('Kidney disease')
    const blind = await site.get('/cases/1/revision', { ...administrator, readsNames: false })
    expect(blind.html).not.toContain('***')
    const revised = await sent('/cases/1/revision', { ...answers, amount: '100', instalments: '1' })
    expect(revised.location).toBe('/b/relief/cases/1?done=revise')
    const { html } = await site.get('/cases/1', administrator)
    expect(html).toContain('Kidney disease')
    expect(html).toContain('Said 2 times')
    expect(html).toContain('so others decide on it')
  })

  it('is refused with every answer kept', async () => {
    const beneficiary = book.families[0].head
    for (const amount of ['0', '-1', '1,00', '9'.repeat(20), '<b>', '=1+1']) {
      const { status, html } = await sent('/cases/new', { ...answers, beneficiary, amount })
      expect([amount, status]).toEqual([amount, 422])
      expect(html).toContain('value="6"')
    }
    const unfiled = book.family('Feng', 'south', false).head
    const { status, html } = await sent('/cases/new', { ...answers, beneficiary: unfiled })
    expect(status).toBe(409)
    expect(html).toContain('the file comes before the help')
  })

  it('is entered once, however often its form is sent', async () => {
    const fields = { ...answers, beneficiary: book.families[1].head, key: 'k'.repeat(24) }
    const first = await site.send('/cases/new', fields, administrator)
    const again = await site.send('/cases/new', fields, administrator)
    expect([first.location, again.location]).toEqual(Array(2).fill('/b/relief/cases/2?done=enter'))
  })

  it('is found by its reference, from a person, and from what waits', async () => {
    expect((await site.get('/search?q=c-000002', administrator)).location).toBe('/b/relief/cases/2')
    expect((await site.get('/search?q=F-000001', administrator)).location).toBe(
      '/b/relief/hardship-files/1',
    )
    const person = await site.get(`/people/${book.families[1].head}`, administrator)
    expect(person.html).toContain(`/cases?party=${book.families[1].head}`)
    const home = await site.get('', { role: 'owner' })
    expect(home.html).toContain('/cases?step=verify&amp;sort=waiting')
    const waiting = await site.get('/cases?step=verify&sort=waiting', { role: 'owner' })
    expect(waiting.html).toContain('Li Wei')
  })
})

const csv = (text: string) => new File([text], 'list.csv', { type: 'text/csv' })

async function looked(file: File, fields: Record<string, string> = {}) {
  const form = new FormData()
  const all = { cause: 'poverty', applied_by: 'branch', form: 'cash', ...fields }
  for (const [name, value] of Object.entries(all)) form.set(name, value)
  form.set('list', file)
  return site.upload('/rounds/1/import', form, administrator)
}

describe('a list', () => {
  it('is opened and shown', async () => {
    const opened = await sent('/rounds/new', { name: 'Spring visits', programme: 'relief' })
    expect(opened.location).toBe('/b/relief/rounds/1?done=open')
    const { html } = await site.get('/rounds/1?done=open', administrator)
    expect(html).toContain('Bring in rows')
    expect((await site.get('/rounds', auditor)).html).toContain('Spring visits')
  })

  it('tells of each row what is wrong with it, and enters none', async () => {
    const [, , zhao] = book.families
    const rows = [
      `${zhao.head},500,,,,`,
      'Nobody Known,500,,,,',
      `${zhao.head},500,,,,`,
      `${zhao.spouse},1,00,,,`,
      `${zhao.child},5,,,grave,`,
    ]
    const shown = await looked(csv(['Person,Amount,Cause,Remarks,Grade,Payee', ...rows].join('\n')))
    expect(shown.status).toBe(200)
    for (const said of [
      ...['1 rows are ready', '4 rows cannot', 'called Nobody Known', 'row 2 already', 'grave'],
    ]) {
      expect(shown.html).toContain(said)
    }
    expect(shown.html).not.toContain('name="rows"')
  })

  it('is taken from a workbook with Chinese headings, as it was shown, once', async () => {
    const [, , zhao] = book.families
    const named = book.alone('Zhuge Liang', 'south')
    const rows = [
      ['姓名', '金额（元）', '困难原因', '备注'],
      [zhao.spouse, '500', '重大疾病', '=1+1'],
      ['Zhuge Liang', '1,200.50', '', ''],
    ]
    const bytes = workbookOf([{ name: 'list', rows, widths: [9, 9, 9, 9] }])
    const shown = await looked(new File([bytes], 'list.xlsx'))
    expect(shown.html).toContain('2 rows are ready: CN¥1,700.50')
    const hidden = formIn(shown.html)
    const form = new FormData()
    for (const [name, value] of Object.entries(hidden)) form.set(name, value)
    const taken = await site.upload('/rounds/1/import', form, administrator)
    const again = await site.upload('/rounds/1/import', form, administrator)
    expect([taken.location, again.location]).toEqual(
      Array(2).fill('/b/relief/rounds/1?done=take_in'),
    )
    const { html } = await site.get('/rounds/1', administrator)
    expect(html).toContain('Zhuge Liang')
    expect(html).toContain('1,700.50')
    expect(named).toMatch(/^P-/)
  })

  it.each([
    ['no file of a list', csv('a,b\n1,2'), 'No column is called'],
    ['two columns of one meaning', csv('Name,Person,Amount\na,b,1'), 'mean the same'],
    ['nothing below its headings', csv('Person,Amount\n'), 'no row below'],
    ['bytes', new File([new Uint8Array([80, 75, 3, 4, 0])], 'list.xlsx'), ''],
  ])('refuses %s', async (_, file, said) => {
    const { status, html } = await looked(file)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(html).toContain(said)
  })

  it('takes nothing that was made up between', async () => {
    const form = new FormData()
    form.set('rows', '[{"beneficiary":"P-999999","amount":"1","cause":"poverty"}]')
    form.set('applied_by', 'branch')
    const unknown = await site.upload('/rounds/1/import', form, administrator)
    expect(unknown.status).toBe(422)
    form.set('rows', '{broken')
    expect((await site.upload('/rounds/1/import', form, administrator)).status).toBe(422)
  })
})

describe('a file', () => {
  it('says how a household stands, and goes off the list with a reason', async () => {
    const path = '/hardship-files/1/revision'
    const form = (await site.get(path, administrator)).html
    expect(form).toContain('18000.00')
    const bare = await sent(path, { grade: 'general', certified: 'yes' })
    expect(bare.html).toContain('no reason is given')
    const done = await sent(path, { grade: 'general', certified: 'yes', reason: 'Found work' })
    expect(done.location).toBe('/b/relief/hardship-files/1?done=revise')
    const { html } = await site.get('/hardship-files/1', administrator)
    for (const said of ['Off the list', 'Found work', 'In hardship', 'considerable hardship']) {
      expect(html).toContain(said)
    }
  })

  it('is opened with the members as the facts have them', async () => {
    const unfiled = book.family('Shen', 'north', false).spouse
    const members = { members_name: 'Shen Old', members_age: '81', members_income_month: '0' }
    const opened = await sent('/hardship-files/new', { party: unfiled, ...members })
    const { html } = await site.get(opened.location!.replace('/b/relief', ''), administrator)
    expect(html).toContain('Shen Old')
  })
})

it('a programme is opened, changed and closed to new cases', async () => {
  const given = { name: 'Medical aid', fund: 'care', help: 'medical', category: 'care_grants' }
  const fields = { programme: 'medical', ...given, workflow: 'standard' }
  const opened = await sent('/programmes/new', fields)
  expect(opened.location).toBe('/b/relief/programmes/medical?done=open')
  const changed = await sent('/programmes/medical/revision', { ...fields, name: 'Medicine' })
  expect(changed.status).toBe(303)
  const { html } = await site.get('/programmes', administrator)
  expect(html).toContain('Medicine')
  expect(html).toContain('Takes no new cases')
  const event = { name: 'Flood', aid_event: 'flood', happened_on: '2026-03-01' }
  expect((await sent('/aid-events/new', event)).location).toBe('/b/relief/programmes?done=event')
})
