/** Addresses of what pages load. */
import type { Assets } from '../../../templates/parts/shell.tsx'

export type { Assets }

/** The stylesheets and scripts of every page. */
export function assetsOf(): Assets {
  return {
    stylesheets: ['/assets/fonts.css', '/assets/styles.css'],
    scripts: ['/assets/enhance.js'],
  }
}
