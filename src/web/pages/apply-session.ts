/** Who comes with an application code. */
import {
  applicationCodeHash,
  type CodeKept,
  codeWithHash,
  opensSomething,
} from '../../hardship/applications/codes.ts'
import {
  applicationCodeThrottled,
  applicationCodeUnknown,
} from '../../hardship/applications/refusals.ts'
import type { CodeCounter, CodeSort } from './code-session.ts'

/** Codes that open one application each. */
export const applicationCodes: CodeSort<CodeKept> = {
  cookie: 'application',
  folder: 'apply',
  hashOf: applicationCodeHash,
  openWith: (reader, hash, today) => {
    const code = codeWithHash(reader, hash)
    return code && opensSomething(reader, code, today) ? code : undefined
  },
  unknown: () => applicationCodeUnknown({}),
  throttled: (minutes) => applicationCodeThrottled({ minutes }),
}

/** What the pages of applications work with. */
export type Counter = CodeCounter<CodeKept>
