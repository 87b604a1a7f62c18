import type { NamedKey } from '../key.ts'

/** The numbers by which columns name keys, given out in the order in which keys are first met. */
export class KeyNames {
  readonly #byObject = new Map<NamedKey, number>()
  readonly #byText = new Map<string, number>()
  #fresh: NamedKey[] = []

  numberOf(named: NamedKey): number {
    const known = this.#byObject.get(named)
    if (known !== undefined) return known
    const { cipher, key } = named
    const text = JSON.stringify([cipher, key])
    let number = this.#byText.get(text)
    if (number === undefined) {
      number = this.#byText.size
      this.#byText.set(text, number)
      this.#fresh.push({ cipher, key })
    }
    // Keys that cannot be listed are other objects each time.
    if (this.#byObject.size < MOST_OBJECTS) this.#byObject.set(named, number)
    return number
  }

  /** Takes out the keys that were named since the last time. */
  takeFresh(): NamedKey[] {
    const fresh = this.#fresh
    this.#fresh = []
    return fresh
  }
}

/** Objects that are remembered: more than any list of keys has. */
const MOST_OBJECTS = 4096
