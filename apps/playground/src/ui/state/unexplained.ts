import type { ReadingOptions } from '../../engine/index.ts'
import { UNUSUAL_BITS } from './judgement.ts'
import type { ReadingLog } from './reading-log.ts'

/**
 * Whether a text that is read by listed keys may be read by other ones: none of these explains it, or it is not whole yet, so
 * that they may still fail.
 */
export const isUnexplained = (options: ReadingOptions, log: ReadingLog, isWhole: boolean): boolean => {
  const { cipher, language, stretches } = options
  const { read, ending, fit } = log.latest
  if (cipher !== 'auto' || language !== undefined || stretches !== undefined || read === 0) return false
  if (!isWhole) return true
  return (
    ending !== undefined && (ending.cipher === 'unknown' || (ending.fit ?? fit ?? NO_FIT).bits > UNUSUAL_BITS)
  )
}

const NO_FIT = { bits: 0 }
