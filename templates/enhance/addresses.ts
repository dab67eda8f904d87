/** Addresses of lists. */

/** The address of a list with a filter's fields; those left empty are left out. */
export function filterAddress(
  action: string,
  fields: readonly (readonly [string, string])[],
): string {
  const address = new URL(action)
  const given = fields.filter(([, value]) => value.trim() !== '')
  address.search = new URLSearchParams(given.map(([name, value]) => [name, value])).toString()
  return address.href
}

/** Whether a link leads to the same list in another order, or to another page of it. */
export function isSameList(link: string, here: string): boolean {
  const [to, from] = [new URL(link, here), new URL(here)]
  const sameList = to.origin === from.origin && to.pathname === from.pathname
  return sameList && to.hash === '' && to.search !== from.search
}

/** A template's address with the answers of a form, or null while one of them is missing. */
export function filledAddress(
  template: string,
  answers: (name: string) => string | undefined,
): string | null {
  let missing = false
  const address = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const answer = answers(name)?.trim()
    if (!answer) missing = true
    return encodeURIComponent(answer ?? '')
  })
  return missing ? null : address
}
