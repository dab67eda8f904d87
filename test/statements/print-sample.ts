/** Prints the digest of a sample statement: run as a process of its own by the test of equal bytes. */

import { sha256Hex } from '../../src/kit/digest.ts'
import { renderStatementPdf } from '../../src/statements/pdf/statement-pdf.ts'
import { hostileNames, paperFaces } from './paper.ts'
import { sampleDocument } from './samples.ts'

const document = sampleDocument({ lines: 30, language: 'zh-Hans', names: hostileNames })
const options = { language: 'zh-Hans', faces: paperFaces() } as const
console.log(sha256Hex((await renderStatementPdf(document, options)).bytes))
