/** A browser without scripts, as far as forms and cookies go: for tests of pages. */

export interface Shown {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Where it leads, for a redirect. */
  readonly location: string | null
}

export interface Browser {
  /** What cookies it holds, by name. */
  readonly cookies: Map<string, string>
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Shown>
  /** Sends fields as a form of this site does. */
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Shown>
  /** Opens a page and sends its first form with what it holds, and these fields in it. */
  fill(path: string, fields: Readonly<Record<string, string>>): Promise<Shown>
}

/** Opens a browser on a site that stands at an origin. */
export function browserOn(
  origin: string,
  fetch: (request: Request) => Response | Promise<Response>,
): Browser {
  const cookies = new Map<string, string>()

  async function send(path: string, init: RequestInit): Promise<Shown> {
    const headers = new Headers(init.headers)
    if (cookies.size > 0 && !headers.has('cookie')) {
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    }
    const request = new Request(origin + path, { ...init, headers, redirect: 'manual' })
    const answer = await fetch(request)
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (/max-age=0/i.test(cookie)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return {
      status: answer.status,
      headers: answer.headers,
      text: await answer.text(),
      location: answer.headers.get('location'),
    }
  }

  const browser: Browser = {
    cookies,
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, fields, headers = {}) =>
      send(path, {
        method: 'POST',
        headers: {
          origin,
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        },
        body: new URLSearchParams(fields).toString(),
      }),
    fill: async (path, fields) => {
      const page = await browser.get(path)
      if (page.status !== 200) throw new Error(`${path}: ${page.status} ${page.location}`)
      const { action, values } = formIn(page.text)
      return browser.post(action ?? path, { ...values, ...fields })
    },
  }
  return browser
}

/** The form of a page, with what stands in its fields. */
export function formIn(html: string): {
  readonly action: string | undefined
  readonly values: Record<string, string>
} {
  const form = /<form class="form"[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  const values: Record<string, string> = {}
  const attribute = (tag: string, name: string) => {
    const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
    return found === undefined ? undefined : plain(found)
  }
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name')
    if (name !== undefined) values[name] = attribute(tag, 'value') ?? ''
  }
  for (const [select, name = ''] of form.matchAll(
    /<select[^>]*\sname="([^"]+)"[\s\S]*?<\/select>/g,
  )) {
    const chosen = /<option value="([^"]*)" selected/.exec(select)?.[1]
    values[name] = plain(chosen ?? '')
  }
  return { action: attribute(/<form[^>]*>/.exec(form)?.[0] ?? '', 'action'), values }
}

function plain(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
