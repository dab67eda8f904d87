/** A heap of numbered items by keys that lie outside of it and may become less. */
export class Heap {
  readonly #items: Int32Array
  /** Where each item stands, or -1. */
  readonly #place: Int32Array
  readonly #key: Float64Array
  #size = 0

  /** For items from 0 to `count` - 1, with the keys as they stand in `key`. */
  constructor(count: number, key: Float64Array) {
    this.#items = new Int32Array(count)
    this.#place = new Int32Array(count).fill(-1)
    this.#key = key
  }

  get size(): number {
    return this.#size
  }

  has(item: number): boolean {
    return this.#place[item]! >= 0
  }

  clear(): void {
    for (let at = 0; at < this.#size; at += 1) this.#place[this.#items[at]!] = -1
    this.#size = 0
  }

  /** Puts an item in, or moves it up after its key became less. */
  lower(item: number): void {
    let at = this.#place[item]!
    if (at < 0) {
      at = this.#size
      this.#size += 1
    }
    const key = this.#key[item]!
    while (at > 0) {
      const above = (at - 1) >> 1
      const other = this.#items[above]!
      if (this.#key[other]! <= key) break
      this.#put(other, at)
      at = above
    }
    this.#put(item, at)
  }

  /** Takes the item with the least key; only of a heap that holds some. */
  take(): number {
    const first = this.#items[0]!
    this.#place[first] = -1
    this.#size -= 1
    if (this.#size === 0) return first
    const item = this.#items[this.#size]!
    const key = this.#key[item]!
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= this.#size) break
      if (below + 1 < this.#size && this.#keyAt(below + 1) < this.#keyAt(below)) below += 1
      const other = this.#items[below]!
      if (this.#key[other]! >= key) break
      this.#put(other, at)
      at = below
    }
    this.#put(item, at)
    return first
  }

  #keyAt(place: number): number {
    return this.#key[this.#items[place]!]!
  }

  #put(item: number, at: number): void {
    this.#items[at] = item
    this.#place[item] = at
  }
}
