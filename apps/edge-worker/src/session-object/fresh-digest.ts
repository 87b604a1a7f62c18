import type { Decipherer } from '@runnel/decipher'
import { toHex } from '../hex.ts'
import { createFnv64 } from './fnv.ts'

const known = new WeakMap<Decipherer, string>()

/**
 * Digest of a session that has read nothing, 16 hexadecimal digits: of its snapshot, in which model, arithmetic and options
 * are told. It is worked out once for each decipherer.
 */
export const freshDigest = (decipherer: Decipherer): string => {
  const digest = known.get(decipherer) ?? digestOfNew(decipherer)
  known.set(decipherer, digest)
  return digest
}

const digestOfNew = (decipherer: Decipherer): string => {
  const session = decipherer.createSession()
  const hash = createFnv64()
  hash.add(session.snapshot())
  session.free()
  return toHex(hash.bytes())
}
