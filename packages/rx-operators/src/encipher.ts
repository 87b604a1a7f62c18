import type { Cipher } from '@runnel/core'
import type { OperatorFunction } from 'rxjs'
import { operatorOf } from './map-with-state.ts'
import { encipherSteps } from './steps.ts'

/**
 * Enciphers chunks of text under a known key, chunk by chunk.
 *
 * @throws InvalidOptionError when the operator is made with a key the cipher cannot use
 * @example
 * import { createCaesar } from '@runnel/core'
 * import { encipher } from '@runnel/rx-operators'
 * import { of } from 'rxjs'
 * const text = of('I Like ', 'Apples').pipe(encipher(createCaesar(), { shift: 3 }))
 */
export const encipher = <Key>(cipher: Cipher<Key>, key: Key): OperatorFunction<string, string> =>
  operatorOf(encipherSteps(cipher, key))
