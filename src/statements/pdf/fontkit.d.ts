/** The part of fontkit 2 (which ships no types) that the statement fonts use. */
declare module 'fontkit' {
  export interface Glyph {
    readonly id: number
    readonly advanceWidth: number
    /** Reads the outline; the subset of a font for a PDF asks every glyph of it for this. */
    _decode?: () => GlyphOutline | null
  }

  export interface GlyphOutline {
    readonly numberOfContours: number
    /** The glyphs that a composite one is made of. */
    readonly components?: readonly object[]
  }

  export interface GlyphRun {
    readonly glyphs: readonly Glyph[]
    readonly positions: readonly GlyphPosition[]
  }

  export interface GlyphPosition {
    readonly xAdvance: number
    readonly xOffset: number
    readonly yOffset: number
  }

  export interface Font {
    readonly postscriptName: string
    readonly unitsPerEm: number
    readonly ascent: number
    readonly descent: number
    readonly xHeight: number
    readonly capHeight: number
    readonly lineGap: number
    readonly italicAngle: number
    readonly bbox: object
    /** The code points that the font maps to glyphs. */
    readonly characterSet: readonly number[]
    readonly head: object
    readonly post: object
    readonly 'OS/2': object
    getGlyph(id: number): Glyph
    glyphForCodePoint(codePoint: number): Glyph
    hasGlyphForCodePoint(codePoint: number): boolean
    layout(text: string, features: Record<string, boolean>): GlyphRun
    createSubset(): object
  }

  export function create(bytes: Uint8Array): Font
}
