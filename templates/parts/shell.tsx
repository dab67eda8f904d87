/** The document that every page of a book is in: head, masthead, navigation, foot. */
import { type Messages, messages } from '../messages/messages.ts'
import type { Content, LinkView } from './content.ts'
import { formatCount, type PageLanguage } from './format.ts'
import { Icon } from './icons.tsx'

export type Theme = 'auto' | 'light' | 'dark'

/** Addresses of what a page loads, in this order. */
export interface Assets {
  /** The font of letters and figures, asked for before the styles that name it are read. */
  readonly letters: string
  readonly stylesheets: readonly string[]
  readonly scripts: readonly string[]
}

export interface NavigationItemView extends LinkView {
  readonly current: boolean
  /** How many things wait there. */
  readonly count?: number | undefined
  /** Neighbours of one group stand together, apart from the next. */
  readonly group?: string | undefined
}

export interface UserView {
  readonly name: string
  readonly role: string
  /** Where the form that signs out is sent. */
  readonly signOut: string
  /** Pages about the reader, such as their password. */
  readonly links?: readonly LinkView[] | undefined
}

/** Where the forms that choose language and appearance are sent, and the path to come back to. */
export interface PreferencesView {
  readonly action: string
  readonly back: string
}

interface DocumentProps {
  readonly language: PageLanguage
  readonly theme: Theme
  /** The title of the document, with the organisation's name. */
  readonly title: string
  readonly assets: Assets
  /** Seconds after which a browser without scripts asks again. */
  readonly refresh?: number | undefined
  readonly children?: Content
}

/** An HTML document. The host writes `<!doctype html>` before it. */
export function Document({ language, theme, title, assets, refresh, children }: DocumentProps) {
  return (
    <html lang={language} data-theme={theme === 'auto' ? undefined : theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === 'auto' ? 'light dark' : theme} />
        <title>{title}</title>
        {refresh !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(refresh)} />
          </noscript>
        )}
        <link rel="preload" href={assets.letters} as="font" type="font/woff2" crossorigin="" />
        {assets.stylesheets.map((href) => (
          <link rel="stylesheet" href={href} />
        ))}
        {assets.scripts.map((src) => (
          <script type="module" src={src} />
        ))}
      </head>
      <body>{children}</body>
    </html>
  )
}

interface ShellProps extends DocumentProps {
  readonly t: Messages
  readonly organisation: string
  /** The book's own name, where the organisation keeps several. */
  readonly bookName?: string | undefined
  readonly home: string
  /** Empty for pages without a reader, such as signing in. */
  readonly navigation: readonly NavigationItemView[]
  /** Where the search is asked, by GET with `q`. */
  readonly search?: string | undefined
  readonly searched?: string | undefined
  readonly preferences: PreferencesView
  readonly user?: UserView | undefined
  /** The page of keyboard shortcuts. */
  readonly shortcuts?: string | undefined
}

/** A whole page. Without a navigation its text stands in one narrow column. */
export function Shell(props: ShellProps) {
  const { t, navigation, children, ...document } = props
  const framed = navigation.length > 0
  return (
    <Document {...document}>
      <a class="skip" href="#main">
        {t.shell.skip}
      </a>
      <Masthead {...props} />
      <div class={framed ? 'frame frame-with-navigation' : 'frame'}>
        {framed && <Navigation t={t} items={navigation} language={props.language} />}
        <main class={framed ? 'main' : 'main plain-main'} id="main" tabindex={-1}>
          {children}
        </main>
      </div>
      <Foot {...props} />
    </Document>
  )
}

function Masthead(props: ShellProps) {
  const { t, organisation, bookName, home, search, searched, navigation, user } = props
  return (
    <header class="masthead">
      <div class="masthead-inner">
        {navigation.length > 0 && (
          <button type="button" class="button menu-button" popovertarget="navigation">
            <Icon shape="menu" />
            {t.parts.menu}
          </button>
        )}
        <a class="brand" href={home}>
          <span class="brand-name">{organisation}</span>
          <span class="brand-book">{bookName ?? t.shell.product}</span>
        </a>
        {search !== undefined && <Search t={t} action={search} asked={searched} />}
        {user ? <UserMenu {...props} user={user} /> : <Preferences {...props} />}
      </div>
    </header>
  )
}

interface SearchProps {
  readonly t: Messages
  readonly action: string
  readonly asked: string | undefined
}

function Search({ t, action, asked }: SearchProps) {
  return (
    <search class="site-search">
      <form method="get" action={action}>
        <label class="unseen" for="site-search">
          {t.shell.search}
        </label>
        <input
          id="site-search"
          type="search"
          name="q"
          value={asked}
          placeholder={t.shell.search_hint}
          data-shortcut="/"
        />
        <button type="submit" class="button" aria-label={t.shell.search}>
          <Icon shape="search" />
        </button>
      </form>
    </search>
  )
}

function UserMenu(props: ShellProps & { readonly user: UserView }) {
  const { t, user } = props
  return (
    <details class="user-menu" data-menu>
      <summary aria-label={t.shell.signed_in_as({ name: user.name })}>
        <Icon shape="person" />
        <span class="user-name">{user.name}</span>
      </summary>
      <div class="user-panel">
        <p>
          <strong>{user.name}</strong>
          <span class="cell-note">{user.role}</span>
        </p>
        {user.links && (
          <ul class="user-links">
            {user.links.map(({ href, label }) => (
              <li>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        )}
        <Preferences {...props} />
        <form method="post" action={user.signOut} data-forget={t.visits.waiting_sign_out}>
          <button type="submit" class="button">
            {t.shell.sign_out}
          </button>
        </form>
      </div>
    </details>
  )
}

/** Each language by its own name. */
export const languageNames: Readonly<Record<PageLanguage, string>> = {
  en: 'English',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
}

function Preferences({ t, language, theme, preferences, user }: ShellProps) {
  const languages = Object.entries(languageNames).map(([value, name]) => (
    <button
      type="submit"
      name="language"
      value={value}
      lang={value}
      aria-current={value === language ? 'true' : undefined}
    >
      {name}
    </button>
  ))
  const themes = (['auto', 'light', 'dark'] as const).map((value) => (
    <button
      type="submit"
      name="theme"
      value={value}
      aria-current={value === theme ? 'true' : undefined}
    >
      {t.shell[`theme_${value}`]}
    </button>
  ))
  return (
    <>
      <Switch title={t.shell.language} {...preferences}>
        {languages}
      </Switch>
      {user && (
        <Switch title={t.shell.theme} {...preferences}>
          {themes}
        </Switch>
      )}
    </>
  )
}

function Switch(props: PreferencesView & { readonly title: string; readonly children?: Content }) {
  const { title, action, back, children } = props
  return (
    <form method="post" action={action} aria-label={title}>
      <input type="hidden" name="back" value={back} />
      <span class="switch-title">{title}</span>
      <div class="switch-choices">{children}</div>
    </form>
  )
}

interface NavigationProps {
  readonly t: Messages
  readonly language: PageLanguage
  readonly items: readonly NavigationItemView[]
}

/** On wide screens beside the page; on narrow ones a popover, and above the page in browsers without them. */
function Navigation({ t, language, items }: NavigationProps) {
  return (
    <nav class="navigation" id="navigation" popover="auto" aria-label={t.shell.navigation}>
      {[...Map.groupBy(items, ({ group }) => group).values()].map((together) => (
        <ul class="navigation-group">
          {together.map(({ href, label, current, count = 0 }) => (
            <li>
              <a href={href} aria-current={current ? 'page' : undefined}>
                {label}
                {count > 0 && <span class="navigation-count">{formatCount(language, count)}</span>}
              </a>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  )
}

/** Figures lead on for who is signed in; of what the public sees nothing is promised. */
function Foot({ language, user, shortcuts }: ShellProps) {
  const t = messages[language]
  return (
    <footer class="site-foot">
      <div class="site-foot-inner">
        <p>{user ? t.shell.about : t.shell.product}</p>
        {shortcuts !== undefined && <a href={shortcuts}>{t.shell.shortcuts}</a>}
      </div>
    </footer>
  )
}
