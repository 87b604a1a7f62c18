import type { CipherSymbol } from '../../keys/symbol.ts'
import type { Belief } from '../belief.ts'
import type { Language } from './language.ts'

/** Whether a symbol is a letter, as it stands or as the likeliest key reads it: others say nothing of keys. */
export const isWeighed = (
  { alphabet: { indexOf } }: Language,
  symbol: CipherSymbol,
  keys: Pick<Belief, 'reading'>,
): boolean => symbol.index !== -1 && (indexOf(symbol.unit) !== -1 || indexOf(keys.reading(symbol)) !== -1)
