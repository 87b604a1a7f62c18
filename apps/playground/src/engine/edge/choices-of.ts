import type { DecipherOptions } from '@runnel/client'
import type { ReadingOptions } from '../options.ts'
import { CANDIDATES } from './constants.ts'

/** The service's names of the options. Of stretches it knows one, from the start; of locks and words none. */
export const choicesOf = (options: ReadingOptions): DecipherOptions => {
  const {
    cipher,
    language,
    letters,
    encoding,
    stretches = [],
    watch,
    commit,
    candidates = CANDIDATES,
  } = options
  const [known] = stretches
  return {
    cipher: known?.cipher ?? cipher,
    ...(known
      ? { key: known.key }
      : language !== undefined && { language, ...(letters !== undefined && { alphabet: letters }) }),
    ...(encoding && { encoding }),
    ...(watch && { watch }),
    ...(commit?.probability !== undefined && { commit: commit.probability }),
    ...(commit?.maxDelay !== undefined && { maxDelay: commit.maxDelay }),
    candidates,
  }
}
