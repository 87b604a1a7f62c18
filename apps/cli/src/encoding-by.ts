import type { DecipherCommandOptions } from './deciphering/decipher-options.ts'

/** Encodings to be taken off: whichever there are, unless the cipher or another net is named, whose text comes as it is. */
export const encodingBy = ({ encoding, cipher, key, model }: DecipherCommandOptions): string =>
  encoding ?? (cipher === 'auto' && key === undefined && model === 'english' ? 'auto' : 'none')
