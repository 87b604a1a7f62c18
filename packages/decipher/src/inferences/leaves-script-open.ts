import { keyFamilies } from '../keys/key-families.ts'

/** Options of deciphering that may say in which letters a text is. */
export interface AskedScript {
  readonly cipher: string
  readonly key?: unknown
  readonly known?: unknown
  readonly crib?: unknown
  readonly wheels?: unknown
  readonly alphabet?: unknown
  readonly language?: unknown
}

/**
 * Whether a text may be in other letters than the Latin ones: nothing is named that says it is not, and the keys of its cipher are
 * listed over any letters, or sought over them.
 *
 * @param sought names of ciphers whose keys are sought so
 */
export const leavesScriptOpen = (asked: AskedScript, sought: readonly string[] = []): boolean => {
  const { cipher, key, known, crib, wheels, alphabet, language } = asked
  const isListed = Object.hasOwn(keyFamilies, cipher) && cipher !== 'rot47'
  return (
    [key, known, crib, wheels, alphabet, language].every((given) => given === undefined) &&
    (isListed || sought.includes(cipher))
  )
}
