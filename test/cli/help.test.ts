/** Help, wrong usage, and a Node that is too old: how each command of the command line ends. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandLine } from './care-ledger.ts'

const line = commandLine()

const commands = [
  ...['demo', 'init', 'serve', 'token', 'invite', 'do', 'ask', 'import'],
  ...['statement', 'verify', 'backup', 'restore', 'export'],
]

describe.concurrent('help', () => {
  test('names every command and the exit codes', async () => {
    const { code, out, err } = await line.run(['--help'])
    expect([code, err]).toEqual([0, ''])
    for (const name of commands) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'))
    expect(out).toContain('Exit codes: 0 done; 1 refused')
  })

  test.each(commands)('%s --help has a description, examples and exit codes', async (name) => {
    const { code, out, err } = await line.run([name, '--help'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(new RegExp(`^Usage: care-ledger ${name} `))
    expect(out).toMatch(/^Examples:\n {2}care-ledger/m)
    expect(out).toContain('Exit codes: ')
    expect(out).toContain('--json')
  })

  test('`do --help` and `ask --help` list the whole registry', async () => {
    const [does, asks] = await Promise.all([
      line.run(['do', '--help']),
      line.run(['ask', '--help']),
    ])
    expect(does.out).toMatch(/^ {2}payouts\.pay +Records a payout/m)
    expect(asks.out).toMatch(/^ {2}trial_balance\.show +The trial balance/m)
  })

  test('--version is that of the project', async () => {
    const { code, out } = await line.run(['--version'])
    expect([code, out]).toEqual([0, '0.1.0\n'])
  })
})

describe.concurrent('wrong usage ends with 2, on standard error alone', () => {
  test.each([
    ['no command', [], /Usage: care-ledger/],
    ['an unknown command', ['frobnicate'], /unknown command 'frobnicate'/],
    ['an unknown option', ['verify', '--frobnicate'], /unknown option '--frobnicate'/],
    ['a missing option', ['init', '--book', 'a'], /required option '--name <name>' not specified/],
    ['an init without a book', init('--json'), /Say what the new book is to be called/],
    [
      'an import of nothing said',
      ['import', 'a.journal'],
      /--map MAPPING for a journal, or --grants/,
    ],
    ['a role that is none', token('--role', 'king', '--label', 'x'), /“king” is not a role/],
    ['a token without a label', token('--role', 'auditor'), /needs a label/],
    ['an end that is none', ends('2026-02-30'), /“2026-02-30” is no end for a token/],
    ['an end in words', ends('tomorrow'), /“tomorrow” is no end for a token/],
    ['a span of nothing', ends('0d'), /“0d” is no end for a token/],
    ['two acts at once', token('--list', '--revoke', '1'), /one of --role .*, --list and --revoke/],
    ['an invitation of no role', ['invite', '--book', 'a'], /--role \(for a new user\)/],
    [
      'an invitation to a role that is none',
      ['invite', '--book', 'a', '--role', 'king'],
      /“king” is not a role/,
    ],
    [
      'an address that is none',
      ['invite', '--book', 'a', '--role', 'owner', '--server', 'here'],
      /“here” is no address of a server/,
    ],
    ['a statement of no period', ['statement', '--fund', 'care'], /--from and --to/],
    ['an unknown language', ['statement', '--language', 'tlh'], /Allowed choices are en, zh-Hans/],
    [
      'an unknown format',
      ['statement', '--format', 'docx'],
      /Allowed choices are pdf, html, csv, json/,
    ],
    ['a port that is none', ['serve', '--port', '65536'], /“65536” is no port/],
    ['an unknown query', ['ask', 'funds.frob'], /There is funds\.list, funds\.show/],
    ['a field that is none', ['do', 'funds.open', '=x'], /“=x” is no field/],
    [
      'a field that is not JSON',
      ['do', 'funds.open', 'policy:={'],
      /the field policy holds is not JSON/,
    ],
  ])('%s', async (_, args, said) => {
    const { code, out, err } = await line.run(args)
    expect([code, args.includes('--json') ? '' : out]).toEqual([2, ''])
    expect(err).toMatch(said)
    if (err.startsWith('Refused.')) expect(err).toContain('[usage.wrong]')
    expect(err).not.toMatch(/^\s+at /m)
  })

  test('with --json a refusal is one JSON value on standard output', async () => {
    const { code, out, err } = await line.run(['token', '--books', 'none', '--list', '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(out).error).toMatchObject({ code: 'books.none', status: 404 })
    expect(err).toMatch(
      /^Refused\. There is no book in the folder none\. \[books\.none\]\nMake one: /,
    )
  })
})

describe('a Node that is too old', () => {
  test.each([
    ['20.20.2', false],
    ['22.11.0', false],
    ['22.12.0', true],
  ])('%s', async (version, taken) => {
    const preload = join(line.folder, `node-${version}.mjs`)
    const versions = `{ ...process.versions, node: '${version}' }`
    writeFileSync(preload, `Object.defineProperty(process, 'versions', { value: ${versions} })\n`)
    const { code, out, err } = await line.run(['--version'], { node: ['--import', preload] })
    if (taken) return expect([code, out, err]).toEqual([0, '0.1.0\n', ''])
    expect([code, out]).toEqual([69, ''])
    expect(err).toMatch(
      /^Care Ledger needs Node 22\.12 or newer; this is Node 2\d\.\d+\.\d+\. .*\n$/,
    )
  })
})

function init(...more: string[]): string[] {
  return ['init', '--name', 'x', '--currency', 'USD', '--time-zone', 'UTC', ...more]
}

function token(...more: string[]): string[] {
  return ['token', '--book', 'a', ...more]
}

function ends(when: string): string[] {
  return token('--role', 'auditor', '--label', 'x', '--expires', when)
}
