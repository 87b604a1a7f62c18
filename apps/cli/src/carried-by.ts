import { everyCipher, findCipher } from '@runnel/core/ciphers'

/** Whether a cipher is one of bytes: its text is read and written as bytes, whatever they stand for. */
export const carriedBy = (cipher: string): 'bytes' | undefined =>
  Object.hasOwn(everyCipher, cipher) ? findCipher(cipher).carries : undefined
