import { InvalidOptionError } from '../errors.ts'
import { fromUnits } from '../from-units.ts'
import type { CipherDefinition } from './cipher-definition.ts'
import type { CipherStream, Direction } from './cipher-stream.ts'

/**
 * Starts a stream that writes letter by letter, or goes on from a saved phase.
 *
 * @throws InvalidOptionError on a key of no use, or a phase that is not one of this cipher
 */
export const createSteppingStream = <Key>(
  cipher: CipherDefinition<Key>,
  key: Key,
  direction: Direction,
  saved?: Int32Array,
): CipherStream => {
  const { alphabet, phaseLength } = cipher
  const step = direction === 'encrypt' ? cipher.encryptor(key) : cipher.decryptor(key)
  if (saved && saved.length !== phaseLength) {
    throw new InvalidOptionError('phase', saved.length, `${phaseLength} numbers`)
  }
  const phase = saved?.slice() ?? new Int32Array(phaseLength)
  const pass = cipher.passing?.(key)
  // A table of all letters, which is faster than a step for each, where none depends on its place.
  const places =
    phaseLength === 0 ? Uint16Array.from(alphabet.letters, (_, index) => step(index, phase)) : undefined
  return {
    push(chunk) {
      const units = new Uint16Array(chunk.length)
      for (let i = 0; i < chunk.length; i++) {
        const unit = chunk.charCodeAt(i)
        const index = alphabet.indexOf(unit)
        units[i] = index === -1 ? unit : alphabet.letterAt(places ? places[index] : step(index, phase), unit)
        if (index === -1) pass?.(unit, phase)
      }
      return fromUnits(units)
    },
    // Nothing is held back.
    end: () => '',
    save: () => phase.slice(),
  }
}
