import { LATIN } from '../alphabet.ts'
import { InvalidOptionError } from '../errors.ts'
import { type Cipher, defineCipher } from './cipher.ts'
import type { LetterStep } from './cipher-definition.ts'
import type { NoKey } from './keyless-cipher.ts'
import { createExchangeableAlphabet } from './substitution.ts'
import { wrap } from './wrap.ts'

/** Key of a progressive Caesar cipher: the first letter moves `shift` places, and each one after it `step` more. */
export interface ProgressiveKey {
  /** Any integer; negative moves backward. */
  shift: number
  /** Any integer. */
  step: number
}

/**
 * The progressive Caesar cipher: a shift that grows by a step from letter to letter.
 *
 * With step 0 it is the Caesar cipher, with shift 0 and step 1 that of Trithemius.
 *
 * @throws InvalidOptionError on an alphabet that no shift could give back: see `createExchangeableAlphabet`
 * @example
 * import { createProgressive } from '@runnel/core/ciphers'
 * createProgressive().encrypt('Hello', { shift: 3, step: 2 }) // 'Kjssz'
 */
export const createProgressive = (letters: string = LATIN): Cipher<ProgressiveKey> => {
  const alphabet = createExchangeableAlphabet(letters)
  const { size } = alphabet
  const keyHint = 'shift and step, two whole numbers such as 3,1'
  return defineCipher({
    name: 'progressive',
    alphabet,
    keyHint,
    phaseLength: 1,
    encryptor: (key) => growing(key, size, 1),
    decryptor: (key) => growing(key, size, -1),
    generateKey: (random) => ({ shift: random.integer(size), step: 1 + random.integer(size - 1) }),
    parseKey(text) {
      const numbers = /^\s*([+-]?\d+)\s*[, ]\s*([+-]?\d+)\s*$/.exec(text)
      if (!numbers) throw new InvalidOptionError('key', text, keyHint)
      return checked({ shift: Number(numbers[1]), step: Number(numbers[2]) })
    },
    formatKey(key) {
      const { shift, step } = checked(key)
      return `${shift},${step}`
    },
  })
}

/**
 * The cipher of Trithemius: the first letter stays, the second moves one place, the third two. It has no key.
 *
 * Source: Trithemius, Polygraphia (1518), book V.
 *
 * @example
 * import { createTrithemius } from '@runnel/core/ciphers'
 * createTrithemius().encrypt('Hello', {}) // 'Hfnos'
 */
export const createTrithemius = (letters: string = LATIN): Cipher<NoKey> => {
  const alphabet = createExchangeableAlphabet(letters)
  const keyHint = 'none: trithemius has no key'
  return defineCipher<NoKey>({
    name: 'trithemius',
    alphabet,
    keyHint,
    phaseLength: 1,
    encryptor: () => growing({ shift: 0, step: 1 }, alphabet.size, 1),
    decryptor: () => growing({ shift: 0, step: 1 }, alphabet.size, -1),
    generateKey: () => ({}),
    parseKey(text) {
      if (['', 'none'].includes(text.trim().toLowerCase())) return {}
      throw new InvalidOptionError('key', text, keyHint)
    },
    formatKey: () => 'none',
  })
}

/** The phase is what has been added to the shift so far. */
const growing = (key: ProgressiveKey, size: number, direction: 1 | -1): LetterStep => {
  const { shift, step } = checked(key)
  const [first, more] = [wrap(shift, size), wrap(step, size)]
  return (letter, phase) => {
    const places = (first + phase[0]) % size
    phase[0] = (phase[0] + more) % size
    return (letter + size + direction * places) % size
  }
}

const checked = (key: ProgressiveKey): ProgressiveKey => {
  for (const part of ['shift', 'step'] as const) {
    if (!Number.isSafeInteger(key[part])) throw new InvalidOptionError(part, key[part], 'a whole number')
  }
  return key
}
