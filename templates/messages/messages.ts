/**
 * The messages of every language. Their type comes from English, so a message that a language lacks, or
 * one that takes other values, is a type error.
 */

import { en } from './en.ts'
import { zhHans } from './zh-Hans.ts'
import { zhHant } from './zh-Hant.ts'

export type Messages = typeof en

export const messages: Readonly<Record<'en' | 'zh-Hans' | 'zh-Hant', Messages>> = {
  en,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
}
