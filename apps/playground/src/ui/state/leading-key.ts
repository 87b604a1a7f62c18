import type { KnownStretch } from '../../engine/index.ts'
import { keyAsText } from './key-as-text.ts'
import type { Moment } from './moment.ts'

/** The key that was told first, as a stretch from the beginning; none where it cannot be written. */
export const leadingKey = ({ news: [best] }: Moment): readonly KnownStretch[] => {
  const key = best && keyAsText(best.cipher, best.key)
  if (!best || key === undefined) return []
  return [{ start: 0, cipher: best.cipher, key, ...(best.over && { alphabet: best.over }) }]
}
