import { InvalidOptionError } from './errors.ts'
import { PADDING } from './tokenizer.ts'

/** Choices of `padSequences`, which makes rows of equal length. */
export interface PaddingOptions {
  /** Ids in a row. */
  length: number
  /** The side that padding goes to; `'end'` unless given. */
  side?: 'start' | 'end'
  /** Id used as padding; 0 unless given. */
  value?: number
}

/** Rows of equal length: `ids` and `mask` are `[rows, length]`, row after row. */
export interface PaddedSequences {
  ids: Uint16Array
  /** 1 where `ids` holds a symbol, 0 where it holds padding. */
  mask: Uint8Array
  shape: [rows: number, length: number]
  /** For each row, the sequence it came from. */
  source: Uint32Array
}

/**
 * Pads sequences to one length; a longer one is split over several rows, never cut off.
 *
 * An empty sequence makes one row of padding, so that every sequence has a row.
 *
 * @throws InvalidOptionError when `length` is not a positive integer, or `value` not one of 16 bits.
 * @example
 * import { padSequences } from '@runnel/core'
 * padSequences([[1, 2, 3], [4]], { length: 2 }).ids // 1 2, 3 0, 4 0
 */
export const padSequences = (
  sequences: readonly ArrayLike<number>[],
  { length, side = 'end', value = PADDING }: PaddingOptions,
): PaddedSequences => {
  if (!Number.isSafeInteger(length) || length < 1) {
    throw new InvalidOptionError('length', length, 'a positive integer')
  }
  if (!Number.isInteger(value) || value < 0 || value > 0xffff) {
    throw new InvalidOptionError('value', value, 'an integer from 0 to 65535')
  }
  const rowsOf = (sequence: ArrayLike<number>) => Math.max(1, Math.ceil(sequence.length / length))
  const rows = sequences.reduce((sum, sequence) => sum + rowsOf(sequence), 0)
  const ids = new Uint16Array(rows * length).fill(value)
  const mask = new Uint8Array(rows * length)
  const source = new Uint32Array(rows)
  let row = 0
  sequences.forEach((sequence, index) => {
    for (let from = 0; from === 0 || from < sequence.length; from += length) {
      const count = Math.min(length, sequence.length - from)
      const at = row * length + (side === 'start' ? length - count : 0)
      for (let i = 0; i < count; i++) ids[at + i] = sequence[from + i]
      mask.fill(1, at, at + count)
      source[row++] = index
    }
  })
  return { ids, mask, shape: [rows, length], source }
}
