import { InvalidOptionError } from '@runnel/core'
import { rotorKeys } from '@runnel/decipher/ciphers'
import type { DecipherQuery } from './decipher-query.ts'

/**
 * The starts of an Enigma of the wheels that are asked for, if any are. Of one machine alone: sixty orders, or a ring that is
 * not known, take longer than a request may.
 *
 * @throws InvalidOptionError
 */
export const rotorsOf = ({
  cipher,
  key,
  wheels,
}: DecipherQuery): ReturnType<typeof rotorKeys> | undefined => {
  if (wheels === undefined) return undefined
  if (cipher !== 'enigma' || key !== undefined) {
    throw new InvalidOptionError('wheels', wheels, 'cipher enigma beside it, and no key')
  }
  if (/any|\?/i.test(wheels)) {
    throw new InvalidOptionError('wheels', wheels, 'three wheels such as I-II-III, and rings that are known')
  }
  return rotorKeys({ wheels })
}
