import type { Alphabet } from '../alphabet.ts'
import { InvalidOptionError } from '../errors.ts'
import { fromUnits } from '../from-units.ts'
import { isLowSurrogate } from '../tokenizer.ts'
import type { CipherDefinition, LetterStep, PassStep } from './cipher-definition.ts'
import { substitute } from './substitution.ts'

/** Text of one stream under a known key, encrypted or decrypted while it arrives, cut anywhere. */
export interface CipherStream {
  /** Encrypts or decrypts the next chunk, a UTF-16 unit for each unit. Moves the phase. */
  push(chunk: string): string
  /** A copy of the phase: all that the stream carries from one chunk to the next. */
  save(): Int32Array
}

/**
 * Starts a stream under a known key, or goes on from a phase that `save` gave.
 *
 * Whatever the chunks, their outputs joined are the same: the law of chunking.
 *
 * @throws InvalidOptionError on a key of no use, or a phase that is not one of this cipher
 * @example
 * import { createCaesar, createCipherStream } from '@runnel/core'
 * const stream = createCipherStream(createCaesar(), { shift: 3 }, 'encrypt')
 * stream.push('I Like ') + stream.push('Apples') // 'L Olnh Dssohv'
 */
export const createCipherStream = <Key>(
  cipher: CipherDefinition<Key>,
  key: Key,
  direction: 'encrypt' | 'decrypt',
  saved?: Int32Array,
): CipherStream => {
  const { alphabet, phaseLength } = cipher
  const step = direction === 'encrypt' ? cipher.encryptor(key) : cipher.decryptor(key)
  if (saved && saved.length !== phaseLength) {
    throw new InvalidOptionError('phase', saved.length, `${phaseLength} numbers, as ${cipher.name} carries`)
  }
  const phase = saved?.slice() ?? new Int32Array(phaseLength)
  const push =
    phaseLength === 0
      ? tabulated(alphabet, step)
      : stepwise(alphabet, { step, pass: cipher.passing?.(key) }, phase)
  return { push, save: () => phase.slice() }
}

/** A table of all letters, which is faster than a step for each, where none depends on its place. */
const tabulated = (alphabet: Alphabet, step: LetterStep): CipherStream['push'] => {
  const none = new Int32Array(0)
  const places = Uint16Array.from({ length: alphabet.size }, (_, index) => step(index, none))
  return (chunk) => substitute(chunk, alphabet, places)
}

const stepwise =
  (
    alphabet: Alphabet,
    { step, pass }: { step: LetterStep; pass: PassStep | undefined },
    phase: Int32Array,
  ): CipherStream['push'] =>
  (chunk) => {
    const units = new Uint16Array(chunk.length)
    for (let i = 0; i < chunk.length; i++) {
      const unit = chunk.charCodeAt(i)
      const index = alphabet.indexOf(unit)
      units[i] = index === -1 ? unit : alphabet.letterAt(step(index, phase), unit)
      if (pass && index === -1 && !isLowSurrogate(unit)) pass(phase)
    }
    return fromUnits(units)
  }
