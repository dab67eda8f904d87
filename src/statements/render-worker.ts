/** A thread of the Node host that draws papers. It parses the fonts once and keeps them. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { MessagePort } from 'node:worker_threads'
import { move, transferableSymbol, valueSymbol } from 'piscina'
import { drawPaper, type RenderJob } from './draw.ts'
import { type Faces, type FontFiles, parseFaces } from './pdf/font.ts'
import type { SignSeal } from './pdf/seal.ts'
import type { RenderedPdf } from './pdf/statement-pdf.ts'

export interface RenderTask {
  readonly job: RenderJob
  /** Whether the paper is sealed; then `port` leads to the hand that signs, which stays outside. */
  readonly sealed: boolean
  readonly port: MessagePort
}

/** What comes back through the port. */
export type Signed = { readonly jws: string } | { readonly error: string }

let parsed: Faces | undefined

/** Draws one paper. The bytes are handed over, not copied. */
export async function render({ job, sealed, port }: RenderTask): Promise<RenderedPdf> {
  try {
    parsed ??= parseFaces({ regular: fontFiles('400Regular'), bold: fontFiles('700Bold') })
    return handedOver(await drawPaper(job, parsed, sealed ? signThrough(port) : null))
  } finally {
    port.close()
  }
}

/** The Chinese font, and behind it the one with more of Latin, Greek and Cyrillic. */
function fontFiles(weight: '400Regular' | '700Bold'): FontFiles {
  const { resolve } = createRequire(import.meta.url)
  const read = (path: string) => readFileSync(resolve(`@expo-google-fonts/${path}.ttf`))
  return [
    read(`noto-sans-sc/${weight}/NotoSansSC_${weight}`),
    read(`noto-sans/${weight}/NotoSans_${weight}`),
  ]
}

function signThrough(port: MessagePort): SignSeal {
  return (payload) =>
    new Promise((done, failed) => {
      port.once('message', (signed: Signed) => {
        if ('jws' in signed) done(signed.jws)
        else failed(new Error(signed.error))
      })
      port.postMessage(payload)
    })
}

/** Marks the result so that its bytes are moved to the host's thread; a shared buffer is copied first. */
function handedOver({ bytes, missing }: RenderedPdf): RenderedPdf {
  const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()
  const marked = {
    [transferableSymbol]: own.buffer as ArrayBuffer,
    [valueSymbol]: { bytes: own, missing },
  }
  return move(marked as never) as unknown as RenderedPdf
}
