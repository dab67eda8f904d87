/** What documents are by their bytes, and what is not taken. */
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { documentKind, largestDocumentBytes } from '../../src/kit/document-kinds.ts'
import { Refusal } from '../../src/kit/refusal.ts'
import { jpegFile, pdfFile, pngFile, webpFile } from './documents.ts'

function kindOrCode(name: string, bytes: Uint8Array): string {
  try {
    return documentKind({ name, bytes })
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

const packed = (objects: string, dictionary = '/Filter /FlateDecode') =>
  pdfFile(
    Buffer.concat([
      Buffer.from(`5 0 obj << /Type /ObjStm ${dictionary} >>\nstream\n`),
      deflateSync(objects),
      Buffer.from('\nendstream endobj'),
    ]),
  )

describe('documents', () => {
  it.each([
    ['bill.pdf', pdfFile(), 'pdf'],
    ['IMG_0001.JPG', jpegFile(), 'jpeg'],
    ['scan.png', pngFile(), 'png'],
    ['scan.webp', webpFile(), 'webp'],
    ['without an ending', pngFile(), 'png'],
    ['bill.pdf', packed('1 0 << /Type /Catalog >>'), 'pdf'],
    ['empty.pdf', new Uint8Array(), 'document.empty'],
    ['large.pdf', new Uint8Array(largestDocumentBytes + 1), 'document.too_large'],
    ['page.html', Buffer.from('<!doctype html><script>alert(1)</script>'), 'document.kind'],
    ['page.pdf', Buffer.from('<!doctype html><script>alert(1)</script>'), 'document.kind'],
    ['drawing.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'document.kind'],
    ['archive.zip', Buffer.from('PK\x03\x04 and more'), 'document.kind'],
    ['broken off.pdf', Buffer.from('%PDF-1.7\n1 0 obj'), 'document.kind'],
    ['bill.pdf', pngFile(), 'document.not_its_kind'],
    ['photo.jpg', pdfFile(), 'document.not_its_kind'],
    ['tool.exe', pngFile(), 'document.not_its_kind'],
    ['photo.png', pngFile(30_000, 30_000), 'document.too_large_inside'],
    ['photo.jpg', jpegFile(60_000, 60_000), 'document.too_large_inside'],
    ['js.pdf', pdfFile('<< /S /JavaScript /JS (app.alert(1)) >>'), 'document.active'],
    ['js.pdf', pdfFile('<< /S /J#61vaS#63ript /JS (app.alert(1)) >>'), 'document.active'],
    ['launch.pdf', pdfFile('<< /S /Launch /F (cmd.exe) >>'), 'document.active'],
    ['form.pdf', pdfFile('<< /AcroForm << /XFA 3 0 R >> >>'), 'document.active'],
    ['hidden.pdf', packed('1 0 << /S /JavaScript /JS 2 0 R >>'), 'document.active'],
    ['locked.pdf', pdfFile('trailer << /Encrypt 4 0 R >>'), 'document.locked'],
    ['twice.pdf', packed('x', '/Filter [/FlateDecode /FlateDecode]'), 'document.locked'],
    ['lzw.pdf', packed('x', '/Filter /LZWDecode'), 'document.locked'],
    ['bomb.pdf', packed('0'.repeat(40_000_000)), 'document.too_large_inside'],
  ])('%s is told by its bytes', (name, bytes, told) => {
    expect(kindOrCode(name, bytes)).toBe(told)
  })

  it('names that only resemble those of actions are left alone', () => {
    expect(kindOrCode('bill.pdf', pdfFile('<< /LaunchPad 1 /XFAnother 2 >>'))).toBe('pdf')
  })
})
