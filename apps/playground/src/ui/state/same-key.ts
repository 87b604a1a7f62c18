import type { NamedKey } from '../../engine/index.ts'

/** Tells whether two keys are one. */
export const isSameKey = (one: NamedKey | undefined, other: NamedKey | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.cipher === other.cipher &&
  JSON.stringify(one.key) === JSON.stringify(other.key)
