/** `care-ledger backup`: a verified copy of a book while servers go on writing, with a signed seal. */
import { createReadStream, existsSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { chainHead } from '../book/events.ts'
import { hex } from '../kit/digest.ts'
import { copyBook } from '../node/copy-book.ts'
import { reading } from '../node/verify-file.ts'
import { signerOf, surroundings } from '../node.ts'
import type { Signer } from '../statements/signer.ts'
import { sealFile } from '../verification/file-seal.ts'
import { type BookOptions, type Place, placeOf, requireBook, withBookOptions } from './books.ts'
import { type Bench, does } from './command.ts'
import { name, partialOf, writeWhole } from './files.ts'
import { helpEnd } from './help-end.ts'
import { exitCodes, fileExists } from './refusals.ts'
import { good, plain, type Terminal } from './terminal.ts'
import { sealPath, tellReport, verifyBookFile } from './verifying.ts'

interface BackupOptions extends BookOptions {
  readonly to: string
  readonly seal: boolean
}

/** Adds `care-ledger backup` to the program. */
export function addBackup(program: Command, bench: Bench): void {
  const command = withBookOptions(program.command('backup'))
    .description(
      'Copies a book as it stands at one event, also while a server writes to it, verifies the copy, ' +
        'and puts a signed seal beside it. Neither the signing key nor the master key of the book is in ' +
        'the copy: keep those apart.',
    )
    .argument('[book]', 'the book, as with --book')
    .requiredOption('--to <file>', 'the new file; a folder takes one named after book and instant')
    .option('--no-seal', 'makes no seal; for a machine without the signing key')
    .addHelpText(
      'after',
      helpEnd([
        'care-ledger backup --book relief --to /backup/relief-2026-03-31.db',
        'care-ledger backup books/relief.db --to /backup',
      ]),
    )
  does<BackupOptions>(command, bench, async (terminal, options, [book]) => {
    const place = placeOf(book === undefined ? options : { ...options, book })
    requireBook(place.path)
    const path = targetOf(options.to, place)
    if (existsSync(path)) throw fileExists({ path })
    const signer = options.seal ? await signerOf(place.folder, place.code) : null
    return backedUp(terminal, place, path, signer)
  })
}

function targetOf(to: string, { code }: Place): string {
  if (!statSync(to, { throwIfNoEntry: false })?.isDirectory()) {
    // SQLite would say of a missing folder only that it cannot open something.
    statSync(dirname(to))
    return to
  }
  const stamp = new Date(surroundings.now()).toISOString().replace(/[-:]|\.\d+/g, '')
  return join(to, `${code}-${stamp}.db`)
}

async function backedUp(
  terminal: Terminal,
  place: Place,
  path: string,
  signer: Signer | null,
): Promise<number> {
  const partial = partialOf(path)
  try {
    await copied(place.path, partial, terminal)
    const report = verifyBookFile(partial, terminal)
    tellReport(terminal, report)
    const head = reading(partial, chainHead)
    if (!report.passed) {
      terminal.note('The book itself does not verify; no backup was kept.')
      terminal.answer({ backup: null, report })
      return exitCodes.refused
    }
    const { size } = statSync(partial)
    const sealed = { sequence: head.seq, chain_head: hex(head.hash) }
    if (signer) {
      const of = { what: report.subject, sealed_at: surroundings.now(), ...sealed }
      const seal = await sealFile(createReadStream(partial), of, signer)
      writeWhole(sealPath(path), new TextEncoder().encode(seal))
    }
    name(partial, path)
    terminal.say(`${good('Kept')} ${plain(path)}: ${size} bytes, up to event ${head.seq}`)
    if (signer) terminal.say(`Its seal is ${plain(sealPath(path))}`)
    terminal.answer({
      backup: path,
      seal: signer ? sealPath(path) : null,
      bytes: size,
      ...sealed,
      report,
    })
    return exitCodes.done
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(partial + suffix, { force: true })
  }
}

async function copied(from: string, to: string, terminal: Terminal): Promise<void> {
  let end = () => {}
  await copyBook(from, to, (pages) => {
    const bar = terminal.progress('Copying pages', pages)
    end = () => bar.end()
    return (done) => bar.reach(done)
  })
  end()
}
