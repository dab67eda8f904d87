/** The part of cli-progress 3 that is used here; the package carries no types. */
declare module 'cli-progress' {
  export interface Preset {
    readonly barCompleteChar: string
    readonly barIncompleteChar: string
    readonly format: string
  }

  export interface Options {
    readonly format?: string
    readonly stream?: NodeJS.WritableStream
    readonly hideCursor?: boolean
    readonly clearOnComplete?: boolean
    readonly barsize?: number
  }

  export class SingleBar {
    constructor(options: Options, preset: Preset)
    start(total: number, startValue: number): void
    update(value: number): void
    stop(): void
  }

  export const Presets: { readonly shades_classic: Preset }
}
