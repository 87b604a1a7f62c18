import { fromUnits } from '../from-units.ts'

/** Units that a coding puts out, UTF-16 units of text or bytes, until they are taken. */
export class Output {
  /** Units that were put out. */
  length = 0
  #units = new Uint16Array(256)

  put(unit: number): void {
    if (this.length === this.#units.length) this.room(1)
    this.#units[this.length++] = unit
  }

  /** Makes room for so many more. @returns all units, to be written from `length` on, which has to be moved then */
  room(units: number): Uint16Array {
    if (this.length + units > this.#units.length) {
      const larger = new Uint16Array(2 * (this.length + units))
      larger.set(this.#units)
      this.#units = larger
    }
    return this.#units
  }

  /** Puts out every unit of a text. */
  putText(text: string): void {
    for (let i = 0; i < text.length; i++) this.put(text.charCodeAt(i))
  }

  /** Takes all units out as text. */
  takeText(): string {
    const text = fromUnits(this.#units.subarray(0, this.length))
    this.length = 0
    return text
  }

  /** Takes all units out as bytes. */
  takeBytes(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#units.subarray(0, this.length))
    this.length = 0
    return bytes
  }
}
