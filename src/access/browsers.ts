/** Which browser it was, told from its `User-Agent`: family and system, so that one knows one's own again. */
import { z } from 'zod'

/** The order matters: others call themselves Chrome and Safari too. */
const families = [
  ['edge', /\bEdg(?:e|A|iOS)?\//],
  ['opera', /\bOPR\//],
  ['samsung', /\bSamsungBrowser\//],
  ['wechat', /\bMicroMessenger\//],
  ['firefox', /\b(?:Firefox|FxiOS)\//],
  ['chrome', /\b(?:Chrome|CriOS|HeadlessChrome|Chromium)\//],
  ['safari', /\bSafari\//],
] as const

const systems = [
  ['ios', /\b(?:iPhone|iPad|iPod)\b/],
  ['android', /\bAndroid\b/],
  ['windows', /\bWindows\b/],
  ['mac', /\bMac ?OS ?X?\b/],
  ['chromeos', /\bCrOS\b/],
  ['linux', /\bLinux\b/],
] as const

export const browserFamilies = [...families.map(([name]) => name), 'other'] as const
export const browserSystems = [...systems.map(([name]) => name), 'other'] as const

/** A browser as it is kept: `firefox/windows`. */
export const browserField = z
  .string()
  .regex(/^[a-z]{2,20}\/[a-z]{2,20}$/, 'write family and system, such as firefox/windows')
  .default('other/other')

/** Family and system of a browser. */
export function browserOf(userAgent: string | undefined): string {
  const text = (userAgent ?? '').slice(0, 1_000)
  const nameIn = (known: readonly (readonly [string, RegExp])[]) =>
    known.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other'
  return `${nameIn(families)}/${nameIn(systems)}`
}
