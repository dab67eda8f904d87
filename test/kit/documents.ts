/** Small documents for tests: sound ones, and ones with something inside. */

/** A PDF with something among its objects. */
export function pdfFile(inside: string | Buffer = ''): Uint8Array {
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n'),
    Buffer.from(inside),
    Buffer.from('\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n'),
  ])
}

/** The head of a PNG of so many pixels. */
export function pngFile(width = 1, height = 1): Uint8Array {
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width)
  size.writeUInt32BE(height, 4)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
    size,
    Buffer.from('\x08\x02\0\0\0', 'latin1'),
  ])
}

/** The head of a JPEG of so many pixels. */
export function jpegFile(width = 1, height = 1): Uint8Array {
  const frame = Buffer.from(
    '\xff\xd8\xff\xe0\0\x04\0\0\xff\xc0\0\x11\x08\0\0\0\0\x03\0\0',
    'latin1',
  )
  frame.writeUInt16BE(height, 13)
  frame.writeUInt16BE(width, 15)
  return frame
}

/** The head of a WebP of one pixel. */
export function webpFile(): Uint8Array {
  return Buffer.from('RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\0\0\0\0\0\0', 'latin1')
}
