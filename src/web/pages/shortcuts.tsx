/** The page that lists the keyboard shortcuts. */
import type { Hono } from 'hono'
import { ShortcutsPage } from '../../../templates/pages/shortcuts.tsx'
import { mountPage } from './frame.tsx'
import type { Desk } from './visit.ts'

/** Mounts the page of keyboard shortcuts. */
export function mountShortcuts(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/shortcuts', ({ t, language }) => ({
    title: t.shell.shortcuts,
    body: ShortcutsPage({ t, language }),
  }))
}
