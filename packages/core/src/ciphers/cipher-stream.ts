import { InvalidOptionError } from '../errors.ts'
import { fromUnits } from '../from-units.ts'
import type { CipherDefinition } from './cipher-definition.ts'
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
    throw new InvalidOptionError('phase', saved.length, `${phaseLength} numbers`)
  }
  const phase = saved?.slice() ?? new Int32Array(phaseLength)
  const pass = cipher.passing?.(key)
  if (phaseLength === 0) {
    // A table of all letters, which is faster than a step for each, where none depends on its place.
    const places = Uint16Array.from(alphabet.letters, (_, index) => step(index, phase))
    return { push: (chunk) => substitute(chunk, alphabet, places), save: () => phase.slice() }
  }
  return {
    push(chunk) {
      const units = new Uint16Array(chunk.length)
      for (let i = 0; i < chunk.length; i++) {
        const unit = chunk.charCodeAt(i)
        const index = alphabet.indexOf(unit)
        units[i] = index === -1 ? unit : alphabet.letterAt(step(index, phase), unit)
        if (index === -1) pass?.(unit, phase)
      }
      return fromUnits(units)
    },
    save: () => phase.slice(),
  }
}
