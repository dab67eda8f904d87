/**
 * A small ICC profile (ICC.1:2001-04, version 2.1) of the sRGB colour space, which PDF/A asks for as the
 * output intent. Made here rather than read from a file, so that every host embeds the same bytes: the
 * primaries and white point of IEC 61966-2-1 adapted to D50, and a plain gamma of 2.2 for its curve.
 */

const HEADER_BYTES = 128
const DESCRIPTION = 'sRGB, gamma 2.2'
const COPYRIGHT = 'No copyright, use freely'

// s15Fixed16 numbers: 65536 is 1.
const WHITE = [63190, 65536, 54061] as const
const RED = [28578, 14581, 909] as const
const GREEN = [25241, 46981, 6361] as const
const BLUE = [9376, 3970, 46799] as const

// u8Fixed8: 2.2 × 256.
const GAMMA = 563

/** The profile's bytes: always the same. */
export function srgbProfile(): Uint8Array {
  const curve = tag('curv', [...uint32(1), ...uint16(GAMMA)])
  const tags: readonly (readonly [string, number[]])[] = [
    ['desc', descriptionTag()],
    ['cprt', tag('text', [...ascii(COPYRIGHT), 0])],
    ['wtpt', xyz(WHITE)],
    ['rXYZ', xyz(RED)],
    ['gXYZ', xyz(GREEN)],
    ['bXYZ', xyz(BLUE)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  const table: number[] = uint32(tags.length)
  const data: number[] = []
  const start = HEADER_BYTES + 4 + 12 * tags.length
  for (const [name, bytes] of tags) {
    table.push(...ascii(name), ...uint32(start + data.length), ...uint32(bytes.length))
    data.push(...bytes)
    while (data.length % 4 !== 0) data.push(0)
  }
  return new Uint8Array([...header(start + data.length), ...table, ...data])
}

function header(size: number): number[] {
  const bytes = [
    ...uint32(size),
    ...uint32(0),
    ...uint32(0x02100000),
    ...ascii('mntrRGB XYZ '),
    // Made on 1 January 2025: fixed, like every date in a paper.
    ...[2025, 1, 1, 0, 0, 0].flatMap(uint16),
    ...ascii('acsp'),
    ...uint32(0),
    ...uint32(0),
    ...uint32(0),
    ...uint32(0),
    ...uint32(0),
    ...uint32(0),
    ...uint32(0),
    ...WHITE.flatMap(uint32),
  ]
  return [...bytes, ...new Array(HEADER_BYTES - bytes.length).fill(0)]
}

function descriptionTag(): number[] {
  const text = [...ascii(DESCRIPTION), 0]
  // Empty Unicode and ScriptCode forms: 4 + 4 and 2 + 1 + 67 bytes.
  return tag('desc', [...uint32(text.length), ...text, ...new Array(78).fill(0)])
}

function xyz(values: readonly number[]): number[] {
  return tag('XYZ ', values.flatMap(uint32))
}

function tag(kind: string, bytes: number[]): number[] {
  return [...ascii(kind), ...uint32(0), ...bytes]
}

function ascii(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0))
}

function uint16(value: number): number[] {
  return [(value >> 8) & 0xff, value & 0xff]
}

function uint32(value: number): number[] {
  return [(value >>> 24) & 0xff, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff]
}
