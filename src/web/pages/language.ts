/** In which language and appearance a page is shown: chosen by the reader, else by the browser. */
import type { Context } from 'hono'
import { getCookie } from './cookies.ts'

export const pageLanguages = ['en', 'zh-Hans', 'zh-Hant'] as const
export type PageLanguage = (typeof pageLanguages)[number]

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const languageCookie = 'language'
export const themeCookie = 'theme'

/** A year, in seconds: how long a choice is remembered. */
export const choiceSeconds = 31_536_000

/** More preferences than a browser sends. */
const mostPreferences = 20

function among<T extends string>(all: readonly T[], given: string | undefined): T | undefined {
  return all.find((one) => one === given)
}

/** The reader's choice, else the first language of `Accept-Language` that there are pages in, else English. */
export function languageOf(c: Context): PageLanguage {
  const chosen = among(pageLanguages, getCookie(c, languageCookie))
  return chosen ?? preferredLanguage(c.req.header('accept-language') ?? '')
}

/** The language of pages that an `Accept-Language` header prefers (RFC 9110 section 12.5.4). */
export function preferredLanguage(header: string): PageLanguage {
  const preferences = header
    .split(',', mostPreferences)
    .map((preference) => {
      const [tag = '', ...parameters] = preference.trim().split(';')
      const quality = parameters.map((one) => /^\s*q=([01](?:\.\d{1,3})?)\s*$/.exec(one)?.[1])[0]
      return { language: pageLanguageFor(tag), quality: Number(quality ?? 1) }
    })
    .filter(({ language, quality }) => language !== undefined && quality > 0)
  preferences.sort((a, b) => b.quality - a.quality)
  return preferences[0]?.language ?? 'en'
}

/** Chinese is written in traditional characters where its tag says so, or in these places. */
function pageLanguageFor(tag: string): PageLanguage | undefined {
  const lower = tag.trim().toLowerCase()
  if (lower === 'en' || lower.startsWith('en-')) return 'en'
  if (lower !== 'zh' && !lower.startsWith('zh-')) return undefined
  if (lower.includes('hans')) return 'zh-Hans'
  return /hant|-(tw|hk|mo)\b/.test(lower) ? 'zh-Hant' : 'zh-Hans'
}

/** How the reader wants pages to look. */
export function themeOf(c: Context): Theme {
  return among(themes, getCookie(c, themeCookie)) ?? 'auto'
}

/** A language of pages, if it is one. */
export function pageLanguage(given: string | undefined): PageLanguage | undefined {
  return among(pageLanguages, given)
}

/** An appearance, if it is one. */
export function themeNamed(given: string | undefined): Theme | undefined {
  return among(themes, given)
}
