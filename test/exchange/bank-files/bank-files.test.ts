/** Files that a bank is given, and files that it gives back. */
import { XMLParser } from 'fast-xml-parser'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { bankCsv } from '../../../src/exchange/bank-files/bank-csv.ts'
import type { PaymentOrder } from '../../../src/exchange/bank-files/order.ts'
import { pain001 } from '../../../src/exchange/bank-files/pain-001.ts'
import { readBankResults } from '../../../src/exchange/bank-files/results.ts'
import { workbookOf } from '../../../src/exchange/workbook.ts'
import { usualLayout } from '../../../src/funds/paying-accounts.ts'
import { endToEndId } from '../../../src/hardship/batches/rows.ts'
import { day } from '../../../src/kit/day.ts'
import { minor } from '../../../src/kit/money.ts'

const order: PaymentOrder = {
  number: 'B-2026-0001',
  releasedAt: new Date('2026-02-03T04:05:06.789Z'),
  organisation: '山谷互助会 & 友',
  debtor: {
    name: '山谷互助会',
    account: { number: '6222020200112233', form: 'plain' },
    bank: null,
    bic: 'ICBKCNBJ',
  },
  payOn: day('2026-02-05'),
  currency: 'CNY',
  text: '春节走访慰问 2026',
  lines: [
    {
      endToEndId: endToEndId('B-2026-0001', 1),
      name: '欧阳小明',
      account: { number: '6228480012345678', form: 'plain' },
      bank: '农业银行桥东支行',
      identityNumber: null,
      amountMinor: minor(50_000),
    },
    {
      endToEndId: endToEndId('B-2026-0001', 2),
      name: '=cmd()|<x>',
      account: { number: 'DE89370400440532013000', form: 'iban' },
      bank: null,
      identityNumber: null,
      amountMinor: minor(90_071_992_547_409),
    },
  ],
}
const today = day('2026-02-09')
const bytes = (text: string) => new TextEncoder().encode(text)

describe('a payment order as pain.001.001.09', () => {
  const xml = pain001(order)

  it('[G3] is one block booked as one debit, its sums those of its lines', async () => {
    await expect(xml).toMatchFileSnapshot('../../golden/pain-001.xml')
    const { GrpHdr, PmtInf } = new XMLParser({ parseTagValue: false }).parse(xml).Document
      .CstmrCdtTrfInitn
    expect(GrpHdr.CtrlSum).toBe('900719925974.09')
    expect(PmtInf.CtrlSum).toBe(GrpHdr.CtrlSum)
    expect(PmtInf.CdtTrfTxInf).toHaveLength(Number(GrpHdr.NbOfTxs))
  })

  it('[rule 3] writes amounts from integers, whole above what a float of cents would hold', () => {
    expect(xml).toContain('<InstdAmt Ccy="CNY">900719925474.09</InstdAmt>')
    expect(xml).toContain('<InstdAmt Ccy="CNY">500.00</InstdAmt>')
  })

  it('keeps the order of elements that the schema of the standard asks for', () => {
    const sequences: Readonly<Record<string, readonly string[]>> = {
      GrpHdr: ['MsgId', 'CreDtTm', 'NbOfTxs', 'CtrlSum', 'InitgPty'],
      PmtInf: [
        'PmtInfId',
        'PmtMtd',
        'BtchBookg',
        'NbOfTxs',
        'CtrlSum',
        'ReqdExctnDt',
        'Dbtr',
        'DbtrAcct',
        'DbtrAgt',
        'CdtTrfTxInf',
      ],
      CdtTrfTxInf: ['PmtId', 'Amt', 'CdtrAgt', 'Cdtr', 'CdtrAcct', 'RmtInf'],
    }
    const check = (name: string, value: unknown): void => {
      for (const one of [value].flat()) {
        if (typeof one !== 'object' || one === null) continue
        const keys = Object.keys(one)
        const asked = sequences[name]
        if (asked) expect(keys).toEqual(asked.filter((key) => keys.includes(key)))
        for (const [key, inner] of Object.entries(one)) check(key, inner)
      }
    }
    check('Document', new XMLParser({ parseTagValue: false }).parse(xml).Document)
  })

  it('says what a name says, and nothing of it is markup', () => {
    expect(xml).toContain('<Nm>=cmd()|&lt;x&gt;</Nm>')
    expect(xml).toContain('山谷互助会 &amp; 友')
  })

  it('cuts a long name at 140 whole characters', () => {
    const long = { ...order.lines[0], name: `${'阿'.repeat(139)}𠀋𠀋` }
    expect(pain001({ ...order, lines: [long] })).toContain(`<Nm>${'阿'.repeat(139)}𠀋</Nm>`)
  })
})

describe('a payment order as a table', () => {
  it('[CSV injection] has the columns asked for, and no cell that runs', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bankCsv(order, usualLayout))
    expect(text).toBe(
      '\uFEFF序号,流水号,户名,账号,开户行,金额,摘要\r\n' +
        '1,B-2026-0001-000001,欧阳小明,6228480012345678,农业银行桥东支行,500.00,春节走访慰问 2026\r\n' +
        "2,B-2026-0001-000002,'=cmd()|<x>,DE89370400440532013000,,900719925474.09,春节走访慰问 2026\r\n",
    )
  })

  it('[bank_file.not_in_encoding] is written in GB 18030 with every character, and refused where GBK lacks one', () => {
    const rare = { ...order, lines: [{ ...order.lines[0], name: '王𠀋' }] } as PaymentOrder
    const gb = bankCsv(rare, { ...usualLayout, encoding: 'gb18030', separator: '|', head: false })
    expect(iconv.decode(Buffer.from(gb), 'gb18030')).toContain('1|B-2026-0001-000001|王𠀋|')
    expect(() => bankCsv(rare, { ...usualLayout, encoding: 'gbk' })).toThrow(
      'Line 1 has a character in "name" that gbk does not have.',
    )
  })
})

const pain002 = (inside: string) =>
  bytes(`<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
<GrpHdr><MsgId>R1</MsgId><CreDtTm>2026-02-06T08:00:00+08:00</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>B-2026-0001</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
<OrgnlPmtInfAndSts><OrgnlPmtInfId>B-2026-0001</OrgnlPmtInfId>${inside}</OrgnlPmtInfAndSts>
</CstmrPmtStsRpt></Document>`)

describe('what a bank answers', () => {
  it('as pain.002: settled, rejected with its reason, and under way', async () => {
    const found = await readBankResults(
      pain002(`<TxInfAndSts><OrgnlEndToEndId>B-2026-0001-000001</OrgnlEndToEndId><TxSts>ACSC</TxSts>
        <OrgnlTxRef><Amt><InstdAmt Ccy="CNY">500.00</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>
        <TxInfAndSts><OrgnlEndToEndId>B-2026-0001-000002</OrgnlEndToEndId><TxSts>RJCT</TxSts>
        <StsRsnInf><Rsn><Cd>AC01</Cd></Rsn><AddtlInf>户名 &amp; 账号不符</AddtlInf></StsRsnInf></TxInfAndSts>
        <TxInfAndSts><OrgnlEndToEndId>B-2026-0001-000003</OrgnlEndToEndId><TxSts>ACSP</TxSts></TxInfAndSts>
        <TxInfAndSts><TxSts>ACSC</TxSts></TxInfAndSts>`),
      today,
    )
    expect(found.rows).toEqual([
      {
        row: 1,
        endToEndId: 'B-2026-0001-000001',
        outcome: 'paid',
        on: '2026-02-06',
        amount: '500.00',
        currency: 'CNY',
        cause: null,
      },
      {
        row: 2,
        endToEndId: 'B-2026-0001-000002',
        outcome: 'rejected',
        on: '2026-02-06',
        amount: null,
        currency: null,
        cause: 'AC01 户名 & 账号不符',
      },
    ])
    expect([found.pending, found.problems.map(({ row }) => row)]).toEqual([1, [4]])
  })

  const table = [
    ['流水号', '处理结果', '交易金额', '交易日期', '失败原因'],
    ['B-2026-0001-000001', '成功', '￥1,409.50', '2026年2月6日', ''],
    ['Ｂ-2026-0001-000002', '失败', '500', '20260206', '户名不符'],
    ['B-2026-0001-000003', '处理中', '', '', ''],
    ['', '', '', '', ''],
    ['B-2026-0001-000004', '也许', '', '', ''],
    ['B-2026-0001-000005', '成功', '1e3', '', ''],
    ['B-2026-0001-000006', '成功', '', '2026-02-30', ''],
  ]
  const csv = table.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')

  it.each([
    ['CSV in UTF-8', bytes(csv)],
    ['CSV in GBK', new Uint8Array(iconv.encode(csv, 'gbk'))],
    ['a workbook', workbookOf([{ name: '回盘', rows: table, widths: [20, 20, 20, 20, 20] }])],
  ])('[bank_results.cell_unclear] as %s', async (_what, file) => {
    const { rows, problems, pending } = await readBankResults(file, today)
    expect(rows.map(({ row, cause, ...rest }) => [row, ...Object.values(rest), cause])).toEqual([
      [2, 'B-2026-0001-000001', 'paid', '2026-02-06', '1409.50', null, null],
      [3, 'B-2026-0001-000002', 'rejected', '2026-02-06', '500', null, '户名不符'],
    ])
    expect(problems.map(({ row, sentence }) => [row, sentence])).toEqual([
      [6, 'The result "也许" is not one that is known.'],
      [7, 'The amount "1e3" is not one that is known.'],
      [8, expect.stringContaining('2026-02-30')],
    ])
    expect(pending).toBe(1)
  })

  it.each([
    [
      'an entity of its own',
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
      'document type',
    ],
    ['broken XML', '<Document><a></Document>', 'cannot be read'],
    ['other XML', '<svg></svg>', 'no status report'],
    ['a table of something else', 'a,b\n1,2', 'does not name these columns: reference, result'],
    ['nothing', '', 'does not name these columns'],
  ])(
    '[bank_results.unreadable, bank_results.columns_missing] refuses %s',
    async (_what, text, words) => {
      await expect(readBankResults(bytes(text), today)).rejects.toThrow(words)
    },
  )
})
