/** What is used of subset-font, which says nothing of its types. */
declare module 'subset-font' {
  interface SubsetOptions {
    readonly targetFormat: 'woff' | 'woff2' | 'truetype'
    readonly keepFeatures?: readonly string[]
    readonly noHinting?: boolean
  }

  /** Cuts a font down to the characters of a text. */
  function subsetFont(font: Uint8Array, text: string, options: SubsetOptions): Promise<Uint8Array>

  export default subsetFont
}
