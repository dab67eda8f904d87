/** What a host says at its front, before any book. */
export const front = {
  open: 'Open a book',
  lead: 'The ledger of a mutual-aid fund: who gave, who was helped, and what is left, in figures that anyone can check.',
  book: 'Short name of the book',
  book_hint: 'The last part of its address, such as hillside. Whoever keeps the book can tell you.',
  book_wrong: 'A short name has small letters, digits and hyphens only, such as hillside.',
  go: 'Go on to sign in',
  about: 'What this is',
  about_books:
    'One double-entry book for each organisation: contributions with their receipts, help paid out, money promised. What is recorded is never altered, only reversed.',
  about_statements:
    'Disbursement statements that an auditor can verify on their own computer, without trusting this server or those who run it.',
  about_people: 'Names are shown to those who may read them, and to nobody else.',
  machines: 'For programs',
  reference: 'Reference of the interface (in English)',
  health: 'Whether this server is well',
}
