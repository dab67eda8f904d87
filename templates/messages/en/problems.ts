import type { Phrases } from '../phrases.ts'

/** What is wrong with an answer in a form, by what the commands themselves say of it; see `problemIn`. */
export const problems: Phrases = {
  'write the 8 or 11 characters of a BIC': 'Write the 8 or 11 characters of a BIC.',
  'write the hash of the code in hex': 'What the page sent cannot be used; open it again.',
  'send the bytes in base64': 'What the page sent cannot be used; choose the file again.',
  'name a person or a household': 'Name a person or a household.',
  'write text': 'Write something here.',
  'write something': 'Write something here.',
  'write at most {count} characters': (v) => `Use at most ${v.count} characters.`,
  'the text holds half a character': 'There is a broken character in the text. Type it again.',
  'the text holds a control character':
    'There is an invisible control character in the text. Type it again.',
  'write the amount as text, such as "125.00"': 'Write the amount in figures, such as 125.00.',
  'write 1 to 40 lower-case letters, digits and hyphens':
    'Use 1 to 40 small letters, digits and hyphens, beginning with a letter or digit.',
  'write letters, digits and signs': 'Use letters, digits and signs only, without spaces.',
  'write an address that begins with https://, without a question mark or #':
    'Give an address that begins with https://, without a question mark or #.',
  'write bytes in base64url': 'Give the bytes in base64url.',
  'write 32 bytes in base64url': 'Give 32 bytes in base64url, 43 characters.',
  'write letters, digits and . : _ -':
    'Use letters, digits and . : _ - only, beginning with a letter or digit.',
  'write a whole number': 'Write a whole number.',
  'write a number from {least} on': (v) => `Write a number not below ${v.least}.`,
  'write a number up to {most}': (v) => `Write a number not above ${v.most}.`,
  'write true or false': 'Choose yes or no.',
  'write a name': 'Write a name.',
  'write 1 to 64 letters, digits and . _ @ + -, without spaces':
    'Use 1 to 64 letters, digits and . _ @ + - without spaces.',
  'give a reference such as "P-000001", or kind and name':
    'Write a name, or a reference such as P-000001.',
  'choose at least one fund': 'Choose at least one fund.',
  'decide on at most {most} rows': (v) => `Decide on at most ${v.most} rows.`,
  'write the two capital letters of a country': 'Choose a country.',
  'choose at least one suggestion': 'Choose at least one suggestion.',
  'choose at most {most} suggestions': (v) => `Choose at most ${v.most} suggestions.`,
  'ask for at most {most}': (v) => `Ask for at most ${v.most}.`,
  'choose at most {most} funds': (v) => `Choose at most ${v.most} funds.`,
  'write the number of a batch, such as B-2026-0001':
    'Write the number of a batch, such as B-2026-0001.',
  'a line is named twice': 'A line is named twice.',
  'kin receive with an authority, and nobody else needs one':
    'Kin receive with an authority; nobody else needs one.',
  'one is named twice': 'One is named twice.',
  'name at most {most}': (v) => `Name at most ${v.most}.`,
  'write the code of a language, such as zh or yue':
    'Choose languages from the list, or write their codes, such as zh or yue.',
  'take the cursor of an earlier answer':
    'The page sent something that cannot be used. Open the list again.',
  'write a number': 'Write a number.',
  'a fund is named twice': 'The same fund is chosen twice.',
  'write a SHA-256 digest in hex': 'The page could not read the file. Choose the file again.',
  'write the SHA-256 of the paper: 64 digits and letters from a to f':
    'Write the SHA-256 digest of the paper: 64 characters, digits and letters from a to f.',
  'write the SHA-256 of the secret in hex':
    'The page sent something that cannot be used. Open it again.',
  'write 32 bytes as base64url': 'This is not a public key.',
  '“{given}” is not a day of the calendar between {first} and {last}. Write the day as YYYY-MM-DD, such as 2025-02-28.':
    (v) =>
      `“${v.given}” is not a day of the calendar. Write year, month and day, such as 2025-02-28.`,
  '“{given}” is not a month between {first} and {last}. Write the month as YYYY-MM, such as 2025-02.':
    (v) => `“${v.given}” is not a month. Write year and month, such as 2025-02.`,
  'Invalid option: expected one of {options}': () => 'Choose one of the options.',
  'Invalid input: expected {what}, received undefined': () => 'Fill this in.',
  'Invalid input: expected {what}, received {given}': () =>
    'This cannot be read here. Write it again.',
  'Invalid input: expected {what}': () => 'This is not one of the values allowed here.',
  'Invalid input': 'This cannot be read here. Write it again.',
  'Invalid string: must match pattern {pattern}': () => 'This is not in the form expected here.',
  'Unrecognized key: {key}': (v) =>
    `This form has a field that is not asked for: ${v.key}. Open the form again.`,
  'Unrecognized keys: {keys}': (v) =>
    `This form has fields that are not asked for: ${v.keys}. Open the form again.`,
  'Too small: expected string to have >={count} characters': () => 'Write something here.',
  'Too small: expected array to have >={count} items': (v) => `Choose at least ${v.count}.`,
  'Too small: expected {what} to have exactly {count} {of}': (v) => `Give exactly ${v.count}.`,
  'Too big: expected {what} to have exactly {count} {of}': (v) => `Give exactly ${v.count}.`,
  'Too small: expected {what} to be >={least}': (v) => `Write a number not below ${v.least}.`,
  'Too small: expected {what} to be >{least}': (v) => `Write a number above ${v.least}.`,
  'Too big: expected string to have <={count} characters': (v) =>
    `Use at most ${v.count} characters.`,
  'Too big: expected array to have <={count} items': (v) => `Choose at most ${v.count}.`,
  'Too big: expected {what} to be <={most}': (v) => `Write a number not above ${v.most}.`,
  'write family and system, such as firefox/windows':
    'The page sent something that cannot be used. Open it again.',
  'write the hash of a code in hex': 'The page sent something that cannot be used. Open it again.',
  'write a secret of 160 bits in base32':
    'The page sent something that cannot be used. Open it again.',
  'write the six digits': 'Write the six digits that the app shows.',
  'write names of commands': 'The page sent something that cannot be used. Open it again.',
  'write the hash of the secret in hex':
    'The page sent something that cannot be used. Open it again.',
  'write a PHC string of scrypt with ln=15,r=8,p=1, a salt and a hash':
    'The page sent something that cannot be used. Open it again.',
  'write a year such as 2026': 'Write a year, such as 2026.',
  'name an amount in at least one currency': 'Name an amount in at least one currency.',
  'name somebody': 'Name somebody.',
  'name at most {most} people': (v) => `Name at most ${v.most} people.`,
  'name everybody once': 'Name everybody once.',
  'name at most {most} currencies': (v) => `Name at most ${v.most} currencies.`,
  'give the three-letter code of a currency, such as CNY':
    'Give the three-letter code of a currency, such as CNY.',
  'write an amount from 0 on in the decimals of its currency, such as 1000':
    'Write an amount in figures from 0 on, such as 1000.',
  'write a fraction such as 2/3': 'Write a fraction such as 2/3.',
  'write a fraction that is not above the whole':
    'Write a fraction that is not above the whole, such as 2/3.',
  'choose two different roles': 'Choose two different roles.',
  'whoever enters a payout never approves it, and whoever approves it never pays it':
    'The first two hold in every organisation: choose them as well.',
  'say up to which amount an emergency may be paid':
    'Say up to which amount may be paid in an emergency.',
  'give the quorum as a fraction or as a number, one of them':
    'Give the quorum as a fraction or as a number, one of them.',
  'an amount is named twice': 'The same amount is named twice.',
  'give one stage or two': 'Give one stage or two.',
  'a level is named twice': 'The same level is named twice.',
  'write a number above 0, such as 1.5': 'Write a number above 0, such as 1.5.',
  'write a percentage up to 100': 'Write a percentage up to 100.',
  'a rolling window has a number of months, and no other has one':
    'Give the months where it is within some months, and leave them empty elsewhere.',
  'say how much, or how often': 'Say how much, or how often.',
  'the most is not below the least': 'The most must not be below the least.',
  'a day is named twice': 'The same day is named twice.',
  'leave at least one day of the week for work': 'Leave at least one day of the week for work.',
  'a day is both a holiday and a make-up day':
    'The same day is both a holiday and worked in its place.',
  'a workflow is named twice': 'The same code stands for two workflows.',
  'a cause is named twice': 'The same code stands for two causes.',
  'a standard is named twice': 'The same standard is named twice.',
  'a check is named twice': 'The same code stands for two checks.',
  'approve once': 'There is one step of approval.',
  'pay once': 'There is one step of payment.',
  'deliberate once at most': 'There is one step of deliberation at most.',
  'checks once at most': 'There is one step of standing checks at most: name all of them there.',
  'pay and revisit after the approval': 'Payment and follow-up visits come after the approval.',
  'nothing but pay and revisit comes after the approval':
    'Nothing but payment and follow-up visits comes after the approval.',
  'revisit after the payment': 'A follow-up visit comes after the payment.',
  'one notice at each level': 'There is one notice at each level at most.',
  'give the fields of the policy': 'The page sent something that cannot be read. Open it again.',
}
