/** Who helps the household of a case. */
import { pairingOfFile } from '../pairing-part.tsx'
import type { CaseSection } from './section.ts'

/** The pairs of the household’s file. */
export const pairingSection: CaseSection = (visit, { file }) => pairingOfFile(visit, file.file)
