/** Every cipher, those of blocks and other signs too: brought where a text is enciphered. */
export { everyCipher } from '@runnel/core/ciphers'
