import { isSpace } from '@runnel/core'
import type { KeyFamily } from '../../keys/key-family.ts'
import type { Unplaced } from '../../keys/symbol.ts'

/**
 * Whether a symbol parts groups: white space, or a hyphen. A hyphen that moves a phase or fills a slot is a symbol like
 * others.
 */
export const isSeparator = (
  { slots, phaseLength }: Pick<KeyFamily, 'slots' | 'phaseLength'>,
  { unit, index }: Unplaced,
): boolean =>
  index === -1 ? isSpace(unit) || isHyphen(unit) : isHyphen(unit) && slots === 1 && phaseLength === 0

/** Hyphen-minus, and Unicode's hyphens. */
const isHyphen = (unit: number): boolean => unit === 0x2d || unit === 0x2010 || unit === 0x2011
