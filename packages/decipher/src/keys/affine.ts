import { type AffineKey, affineFactors, type Cipher, createAffine } from '@runnel/core'
import { enumerateKeys } from './enumerate-keys.ts'
import type { KeySpace } from './key-space.ts'

/** Every factor with every shift: 312 keys for the Latin alphabet. */
export const affineKeys = (cipher: Cipher<AffineKey> = createAffine()): KeySpace => {
  const { size } = cipher.alphabet
  const shifts = Array.from({ length: size }, (_, b) => b)
  return enumerateKeys(
    cipher,
    affineFactors(size).flatMap((a) => shifts.map((b) => ({ a, b }))),
  )
}
