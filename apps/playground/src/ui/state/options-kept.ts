import type { ReadingOptions } from '../../engine/index.ts'

/** The options that hold for the next text as well: what was set by hand was set for the one before. */
export const optionsKept = ({
  cipher,
  language,
  letters,
  watch,
  encoding,
  stretches,
}: ReadingOptions): ReadingOptions => ({
  cipher: stretches === undefined ? cipher : 'auto',
  ...(language && { language }),
  ...(letters && { letters }),
  ...(watch && { watch }),
  ...(encoding !== undefined && { encoding }),
})
