/** The Chromium that tests drive: out of its npm package, with the libraries that come with it. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflate } from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const cache = fileURLToPath(new URL('../../.cache/chromium', import.meta.url))
const require = createRequire(import.meta.url)
const packageFolder = dirname(dirname(require.resolve('@sparticuz/chromium')))
const { version } = require(join(packageFolder, 'package.json')) as { version: string }
const home = join(cache, version)

/** The package holds a binary for Linux on x64; elsewhere an installed Chrome does. */
const packed = process.platform === 'linux' && process.arch === 'x64'

/**
 * Unpacks Chromium once for all runs, before tests start: two at once would see half a file. It takes some
 * two seconds.
 */
export async function unpackChromium(): Promise<void> {
  if (!packed || existsSync(home)) return
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'unpacking-'))
  const { TMPDIR } = process.env
  // The package unpacks to the system's folder for temporary files, and into nothing else.
  process.env.TMPDIR = folder
  try {
    const parts = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br']
    await Promise.all(parts.map((part) => inflate(join(packageFolder, 'bin', part))))
    renameSync(folder, home)
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Without a window, without a sandbox (tests run as root in containers), drawing letters the same everywhere. */
const flags = ['--no-sandbox', '--font-render-hinting=none', '--disable-gpu', '--hide-scrollbars']

export interface Machine {
  /** Whether the machine has a Chinese font of its own, as that of a reader of Chinese has. */
  readonly chineseFont?: boolean
}

/** Starts Chromium. Its only fonts are those of its package, so that a page must bring its own. */
export async function startChromium({ chineseFont = false }: Machine = {}): Promise<Browser> {
  if (!packed) return chromium.launch({ channel: 'chrome', args: flags })
  await unpackChromium()
  const fonts = [join(home, 'fonts'), ...(chineseFont ? [chineseFonts] : [])]
  const settings = join(home, chineseFont ? 'chinese.conf' : 'plain.conf')
  writeFileSync(settings, fontsConf(fonts))
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    args: flags,
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      FONTCONFIG_FILE: settings,
    },
  })
}

const chineseFonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'))

function fontsConf(folders: readonly string[]): string {
  const dirs = folders.map((folder) => `<dir>${folder}</dir>`).join('')
  return `<?xml version="1.0"?><fontconfig>${dirs}<cachedir>${join(home, 'font-cache')}</cachedir></fontconfig>`
}
