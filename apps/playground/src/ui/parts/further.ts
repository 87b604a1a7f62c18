// All that needs every cipher, or more than the leading keys: one file, since each of them would bring most of it.
export { findCipher, letterCiphers } from '@runnel/core/ciphers'
export { Encipher } from './encipher.tsx'
export { EveryKey } from './every-key.tsx'
export { KeyByHand } from './key-by-hand.tsx'
