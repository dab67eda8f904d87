/** The file for the bank of a batch, for who may read names. That it was taken is on record. */
import type { Hono } from 'hono'
import { ask } from '../../book/book.ts'
import { requireMay } from '../../book/scope.ts'
import {
  type BankFileFormat,
  bankFileMade,
  takeBankFile,
} from '../../exchange/bank-files/taking.ts'
import { readFormOf } from './form-body.ts'
import { mountAct } from './frame.tsx'
import { pageHeaders } from './headers.ts'
import type { Desk } from './visit.ts'

const media: Readonly<Record<BankFileFormat, string>> = {
  xml: 'application/xml; charset=utf-8',
  csv: 'text/csv',
}

/** Mounts it: a form with the format and a key, answered with the file. */
export function mountBankFile(app: Hono, desk: Desk): void {
  mountAct(app, desk, 'post', '/batches/:batch/bank-file', async (visit) => {
    const { caller, c } = visit
    requireMay(caller, takeBankFile)
    const { key, format: wanted } = await readFormOf(visit)
    const input = { batch: c.req.param('batch'), format: wanted }
    const { output } = await desk.offer.submit({ command: takeBankFile, input, key, caller })
    const { batch, format } = output as { batch: string; format: BankFileFormat }
    const { name, bytes } = ask(desk.book, bankFileMade, { batch, format }, caller)
    return new Response(bytes, {
      headers: {
        ...pageHeaders,
        'content-type': media[format],
        'content-length': String(bytes.length),
        'content-disposition': `attachment; filename="${name}"`,
      },
    })
  })
}
