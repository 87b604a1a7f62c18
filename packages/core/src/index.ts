export { type Alphabet, createAlphabet, LATIN } from './alphabet.ts'
export { baseLetter, isCombiningMark } from './base-letter.ts'
export { type Chunk, readChunk } from './chunk.ts'
export { type AffineKey, affineFactors, createAffine } from './ciphers/affine.ts'
export { createAtbash } from './ciphers/atbash.ts'
export { type CaesarKey, createCaesar } from './ciphers/caesar.ts'
export { type Cipher, defineCipher } from './ciphers/cipher.ts'
export type { CipherDefinition, KeyedCipher, LetterStep, PassStep } from './ciphers/cipher-definition.ts'
export type { CipherKeys } from './ciphers/cipher-keys.ts'
export {
  type CipherStream,
  createCipherStream,
  type Direction,
  type StreamSource,
} from './ciphers/cipher-stream.ts'
export { type CipherName, ciphers, createCipher } from './ciphers/index.ts'
export type { NoKey } from './ciphers/keyless-cipher.ts'
export { createRot47, PRINTABLE } from './ciphers/rot47.ts'
export { InvalidOptionError, RunnelError, UnknownSymbolError } from './errors.ts'
export { fromUnits } from './from-units.ts'
export { type PaddedSequences, type PaddingOptions, padSequences } from './padding.ts'
export { createRandom, type Random, type RandomState } from './random.ts'
export {
  createTokenizer,
  isHighSurrogate,
  isLowSurrogate,
  isSpace,
  PADDING,
  type Tokenizer,
  type TokenizerOptions,
} from './tokenizer.ts'
export { createUtf8Decoder, type Utf8Decoder, type Utf8State } from './utf8.ts'
