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
} satisfies SomeRefusalWords
