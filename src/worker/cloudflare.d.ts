/** What workerd offers by the name `cloudflare:workers`; the package of its types declares it globally. */
declare module 'cloudflare:workers' {
  import type { CloudflareWorkersModule } from '@cloudflare/workers-types'

  export const DurableObject: typeof CloudflareWorkersModule.DurableObject
  export const RpcTarget: typeof CloudflareWorkersModule.RpcTarget
}
