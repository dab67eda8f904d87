/** Verifies the whole book, where that holds up no posting, and keeps the report. */
import type { Job, Part, Progress } from './work.ts'

/** The work of `verify_book`. */
export async function* verifyBookWork(job: Job): AsyncGenerator<Progress, void, void> {
  const { offer, signal, result } = job
  let newest: Progress = { part: 'database', done: 0, total: 0 }
  let tell: () => void = () => undefined
  yield newest
  const verified = offer.background.verify(({ part, done, total }) => {
    newest = { part: part as Part, done, total }
    tell()
  }, signal)
  let told = newest
  let ended = false
  const over = verified.then(
    () => {
      ended = true
    },
    () => {
      ended = true
    },
  )
  while (!ended) {
    await Promise.race([
      over,
      new Promise<void>((said) => {
        tell = said
        if (newest !== told) said()
      }),
    ])
    if (newest !== told) {
      told = newest
      yield newest
    }
  }
  Object.assign(result, { report: await verified })
}
