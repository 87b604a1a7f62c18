import { createAlphabet } from './alphabet.ts'
import { InvalidOptionError, UnknownSymbolError } from './errors.ts'

/** Id of padding: no symbol has it. */
export const PADDING = 0

/** Symbols that stand for whole classes of characters that the alphabet does not list. */
export interface TokenizerOptions {
  /** Stands for every decimal digit, `0` to `9`. */
  digit?: string
  /** Stands for every white space character. */
  space?: string
  /** Stands for any other character; without it such a character throws. */
  other?: string
}

/** Maps characters to token ids and back. Ids run from 1; 0 is padding and no symbol. */
export interface Tokenizer {
  readonly alphabet: string
  readonly options: Readonly<TokenizerOptions>
  /** Number of ids, padding included: one more than there are symbols. */
  readonly vocabulary: number
  /** Id of one UTF-16 unit, or -1 when it has none. A low surrogate, the second half of a pair, has 0. */
  idOf(unit: number): number
  /** One id for each code point. @throws UnknownSymbolError */
  encode(text: string): Uint16Array
  /** The symbols of `ids`, as far as the first padding. @throws UnknownSymbolError on an id out of range. */
  decode(ids: ArrayLike<number>): string
}

/**
 * Makes a tokenizer over `alphabet`; upper case reads as lower case unless the alphabet lists both.
 *
 * @throws InvalidOptionError when a class symbol is not in the alphabet.
 * @example
 * import { createTokenizer, LATIN } from '@runnel/core'
 * const tokenizer = createTokenizer(`${LATIN} ?`, { space: ' ', other: '?' })
 * tokenizer.decode(tokenizer.encode('Data!')) // 'data?'
 */
export const createTokenizer = (alphabet: string, options: TokenizerOptions = {}): Tokenizer => {
  const symbols = createAlphabet(alphabet)
  const classId = (name: keyof TokenizerOptions): number => {
    const symbol = options[name]
    if (symbol === undefined) return -1
    const index = symbol.length === 1 ? symbols.indexOf(symbol.charCodeAt(0)) : -1
    if (index === -1) throw new InvalidOptionError(name, symbol, 'a symbol of the alphabet')
    return index + 1
  }
  const digit = classId('digit')
  const space = classId('space')
  const other = classId('other')

  const idOf = (unit: number): number => {
    const index = symbols.indexOf(unit)
    if (index !== -1) return index + 1
    if (digit !== -1 && unit >= 0x30 && unit <= 0x39) return digit
    if (space !== -1 && isSpace(unit)) return space
    return isLowSurrogate(unit) ? PADDING : other
  }

  return {
    alphabet,
    options: { ...options },
    vocabulary: symbols.size + 1,
    idOf,
    encode(text) {
      const ids = new Uint16Array(text.length)
      let length = 0
      for (let position = 0; position < text.length; position++) {
        const unit = text.charCodeAt(position)
        const lone = isLowSurrogate(unit) && !isHighSurrogate(text.charCodeAt(position - 1))
        const id = lone ? other : idOf(unit)
        if (id === -1)
          throw new UnknownSymbolError(String.fromCodePoint(text.codePointAt(position) ?? 0), position)
        if (id !== PADDING) ids[length++] = id
      }
      return ids.slice(0, length)
    },
    decode(ids) {
      let text = ''
      for (let i = 0; i < ids.length && ids[i] !== PADDING; i++) {
        if (!(ids[i] <= symbols.size)) throw new UnknownSymbolError(`id ${ids[i]}`, i)
        text += alphabet[ids[i] - 1]
      }
      return text
    },
  }
}

/** Whether a UTF-16 unit is the second half of a surrogate pair. */
export const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** Whether a UTF-16 unit is the first half of a surrogate pair. */
export const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

/** Whether a UTF-16 unit is white space or a line terminator, as ECMAScript has them (`\s`). */
export const isSpace = (unit: number): boolean =>
  unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || (unit >= 0xa0 && /\s/.test(String.fromCharCode(unit)))
