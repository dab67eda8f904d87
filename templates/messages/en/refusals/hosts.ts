import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn } from '../../telling.ts'

const { count } = tellingIn('en')
const administrator = 'Tell whoever runs the server'

/** Those of the server and its files that speak to programmers by themselves. */
export const hostRefusals = {
  'render.busy': (v) => ({
    sentence: `${count(v.waiting)} papers are waiting to be drawn, which is as many as may wait.`,
    remedy: 'Try again in a few seconds.',
  }),
  'server.incident': (v) => ({
    sentence: `Something went wrong on our side; it is noted as incident ${v.incident}.`,
    remedy:
      'Send the form again: the same form is never recorded twice. If it stays, give that number to whoever runs the server.',
  }),
  'signing_key.missing': () => ({
    sentence: 'This server does not hold the signing key of this book.',
    remedy: `${administrator}: the private key belongs beside the book.`,
  }),
  'signing_key.unreadable': (v) => ({
    sentence: `The signing key cannot be used: ${v.why}.`,
    remedy: `${administrator}.`,
  }),
  'store.busy': () => ({
    sentence: 'Another program is writing to this book; nothing was recorded.',
    remedy: 'Send the form again in a few seconds.',
  }),
  'store.damaged': (v) => ({
    sentence: `The file of this book is damaged (${v.code}).`,
    remedy: `${administrator}: keep a copy of the files as they are, and restore the newest backup.`,
  }),
  'store.disk_full': () => ({
    sentence: 'The disk of the server is full; nothing was recorded.',
    remedy: `${administrator}, then send the form again.`,
  }),
  'store.io_error': (v) => ({
    sentence: `The file of this book could not be read or written (${v.code}); nothing was recorded.`,
    remedy: `${administrator} to check the disk, then send the form again.`,
  }),
  'store.read_only': () => ({
    sentence: 'The file of this book may only be read; nothing was recorded.',
    remedy: `${administrator} to make it writable.`,
  }),
  'master_key.unreadable': () => ({
    sentence: 'The master key of this server cannot be read.',
    remedy: `${administrator}: the key that the book was made with belongs there; a new one would open nothing.`,
  }),
  'vault.altered': () => ({
    sentence: 'What lies sealed does not open: it was altered or moved, or it is of another book.',
    remedy: `${administrator}: the book is to be verified, and restored from a backup that passes.`,
  }),
  'vault.closed': () => ({
    sentence:
      'Identity numbers, accounts, telephones and addresses are kept sealed, and this server holds no master key.',
    remedy: `${administrator}: the master key of the book is missing.`,
  }),
  'vault.key_file_open': () => ({
    sentence: 'The file of the master key can be read by others on this server.',
    remedy: `${administrator}: the file is to be readable by its owner alone.`,
  }),
  'vault.key_unknown': (v) => ({
    sentence: `This lies under the master key ${v.kid}, which this server does not hold.`,
    remedy: `${administrator}: the earlier master key is needed until all is under the current one.`,
  }),
} satisfies SomeRefusalWords
