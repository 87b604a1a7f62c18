import { InvalidOptionError, LATIN, type Random, type Tokenizer } from '@runnel/core'

/** Ids of spaces, letters and digits. */
export interface SymbolClasses {
  space: number
  /** Index of the letter that an id is, from 0; −1 for all other ids. */
  letterOf: Int8Array
  /** Ids of the letters a to z. */
  letters: Uint16Array
  /** 1 for letters and digits. */
  kept: Uint8Array
}

/** @throws InvalidOptionError when the alphabet lacks a letter or a class */
export const symbolClasses = ({ vocabulary, idOf, alphabet, options }: Tokenizer): SymbolClasses => {
  const letters = Uint16Array.from(LATIN, (letter) => Math.max(idOf(letter.charCodeAt(0)), 0))
  const letterOf = new Int8Array(vocabulary).fill(-1)
  letters.forEach((id, index) => {
    letterOf[id] = index
  })
  const kept = Uint8Array.from(letterOf, (index) => (index === -1 ? 0 : 1))
  if (options.digit) kept[idOf(options.digit.charCodeAt(0))] = 1
  if (!options.space || letters.includes(0)) {
    throw new InvalidOptionError('alphabet', alphabet, 'the letters a to z and a symbol for spaces')
  }
  return { space: idOf(options.space.charCodeAt(0)), letterOf, letters, kept }
}

/** Place of one stream in a text. */
export interface Place {
  /** Index of the next id. */
  position: number
  /** 1 where only letters and digits are read. */
  spaceless: number
}

/** Reads ids of a text, over and over, from any place. */
export class TextReader {
  readonly #ids: Uint8Array
  readonly #classes: SymbolClasses

  /** @throws InvalidOptionError when the text has no word */
  constructor(ids: Uint8Array, classes: SymbolClasses) {
    this.#ids = ids
    this.#classes = classes
    if (!ids.some((_, i) => this.#startsWord(i))) {
      throw new InvalidOptionError('text', `${ids.length} symbols`, 'text with at least two words')
    }
  }

  /** A random start of a word. */
  start(random: Random): number {
    let position = random.integer(this.#ids.length)
    while (!this.#startsWord(position)) position = (position + 1) % this.#ids.length
    return position
  }

  /** The next id at `place`, which moves on. */
  read(place: Place): number {
    for (;;) {
      const id = this.#ids[place.position]
      place.position = place.position + 1 === this.#ids.length ? 0 : place.position + 1
      if (!place.spaceless || this.#classes.kept[id]) return id
    }
  }

  /** Goes back to the id that was read last. */
  back(place: Place): void {
    place.position = (place.position === 0 ? this.#ids.length : place.position) - 1
  }

  #startsWord(i: number): boolean {
    const { letterOf, space } = this.#classes
    return i > 0 && this.#ids[i - 1] === space && letterOf[this.#ids[i]] !== -1
  }
}
