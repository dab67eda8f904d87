/** The network address that a request came from, as Cloudflare says; whatever a sender wrote there is replaced. */
export function addressOf(request: Request): string | undefined {
  return request.headers.get('cf-connecting-ip') ?? undefined
}
