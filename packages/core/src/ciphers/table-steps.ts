import type { CipherDefinition } from './cipher-definition.ts'

/**
 * The steps of a cipher that writes each letter of the alphabet as another, always the same one.
 *
 * @param places the place of each letter's ciphertext letter
 */
export const tableSteps = <Key>(
  places: (key: Key) => readonly number[],
): Pick<CipherDefinition<Key>, 'encryptor' | 'decryptor'> => ({
  encryptor(key) {
    const written = places(key)
    return (index) => written[index]
  },
  decryptor(key) {
    const read: number[] = []
    places(key).forEach((place, index) => {
      read[place] = index
    })
    return (index) => read[index]
  },
})
