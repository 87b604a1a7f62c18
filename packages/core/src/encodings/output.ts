import { fromUnits } from '../from-units.ts'

/** Units that a coding puts out, UTF-16 units of text or bytes, until they are taken. */
export class Output {
  #units = new Uint16Array(256)
  #length = 0

  put(unit: number): void {
    if (this.#length === this.#units.length) {
      const larger = new Uint16Array(2 * this.#length)
      larger.set(this.#units)
      this.#units = larger
    }
    this.#units[this.#length++] = unit
  }

  /** Puts out every unit of a text. */
  putText(text: string): void {
    for (let i = 0; i < text.length; i++) this.put(text.charCodeAt(i))
  }

  /** Takes all units out as text. */
  takeText(): string {
    const text = fromUnits(this.#units.subarray(0, this.#length))
    this.#length = 0
    return text
  }

  /** Takes all units out as bytes. */
  takeBytes(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#units.subarray(0, this.#length))
    this.#length = 0
    return bytes
  }
}
