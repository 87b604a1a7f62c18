import { InvalidOptionError } from '../errors.ts'

/** The key of a cipher that has none. */
export type NoKey = Record<string, never>

/** How the key of a cipher that has none is written. */
export const noKey = 'none'

/** Reads the key of a cipher that has none. @throws InvalidOptionError on anything but nothing, or `none` */
export const parseNoKey = (text: string, cipher: string): NoKey => {
  if (['', noKey].includes(text.trim().toLowerCase())) return {}
  throw new InvalidOptionError('key', text, `none: ${cipher} has no key`)
}
