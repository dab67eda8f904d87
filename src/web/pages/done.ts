/** What was just done, as the page says on which a form has ended. */
import type { Visit } from './visit.ts'

/** The sentence for `?done=…` in the address; undefined where it names nothing of this page. */
export function doneOn(
  visit: Visit,
  sentences: Readonly<Record<string, string>>,
): string | undefined {
  const done = visit.param('done')
  return Object.hasOwn(sentences, done) ? sentences[done] : undefined
}
