import type { Encoding } from '../encoding.ts'
import type { Checksum } from './checksums.ts'
import { createDeflate } from './deflate.ts'
import { createInflate } from './inflate.ts'
import { CHECKSUM, reasons } from './inflated.ts'
import {
  BYTES,
  COUNT,
  HELD,
  IS_LAST,
  LETTER_CODES,
  MODE,
  NUMBER,
  PART,
  PUT,
  REASON,
  START,
  STATE_LENGTH,
} from './places.ts'
import { END, WRONG } from './progress.ts'

/* Parts of a compressed text. What stands before the blocks may have more than one, from 0 on. */
export const HEAD = 0
export const BLOCKS = 100
const TAIL = 101
const ENDED = 102

/** The bytes that stand around the blocks of a compressed text. */
export interface Frame extends Pick<Encoding, 'name'> {
  readonly checksum: Checksum
  /** The bytes before the blocks, as they are written. */
  readonly head: readonly number[]
  /** Takes a byte before the blocks. Moves the state to the next part. @returns whether it may stand there */
  takeHead(byte: number, state: Int32Array): boolean
  /** The bytes after the blocks that gave so many. */
  tailOf(state: Int32Array, put: number): readonly number[]
  /** Whether another such text may follow. */
  readonly repeats: boolean
}

/** Begins a part. */
export const beginPart = (part: number, state: Int32Array): void => {
  state[PART] = part
  state[BYTES] = 0
  state[NUMBER] = 0
}

/** An encoding of bytes in fewer bytes: blocks of DEFLATE in a frame. */
export const createCompression = (frame: Frame): Encoding => ({
  name: frame.name,
  carries: 'bytes',
  signs: 'bytes',
  encoder: createWriting(frame),
  decoder: createReading(frame),
})

const createReading = (frame: Frame): Encoding['decoder'] => {
  const inflate = createInflate(frame.checksum)
  return {
    stateLength: STATE_LENGTH,
    step(unit, state, output) {
      if (unit > 0xff) return false
      if (state[PART] === ENDED && frame.repeats) beginPart(HEAD, state)
      if (state[PART] === HEAD && frame.head.length === 0) beginBlocks(frame, state)
      if (state[PART] === TAIL) return takeTail(frame, unit, state)
      if (state[PART] === ENDED) return false
      if (state[PART] !== BLOCKS) {
        if (!frame.takeHead(unit, state)) return false
        if (state[PART] === BLOCKS) beginBlocks(frame, state)
        return true
      }
      const progress = inflate.step(unit, state, output)
      if (progress === END) beginPart(frame.tailOf(state, 0).length === 0 ? ENDED : TAIL, state)
      return progress !== WRONG
    },
    takeMany: (chunk, from, state, output) =>
      state[PART] === BLOCKS ? inflate.takeMany(chunk, from, state, output) : from,
    end: (state) => state[PART] === ENDED,
    reasonOf: (state) => reasons[state[REASON] - 1]?.(),
  }
}

const beginBlocks = ({ checksum }: Frame, state: Int32Array): void => {
  beginPart(BLOCKS, state)
  state[MODE] = 0
  state[HELD] = 0
  state[COUNT] = 0
  state[START] = state[PUT]
  checksum.begin(state)
}

const takeTail = (frame: Frame, byte: number, state: Int32Array): boolean => {
  const tail = frame.tailOf(state, state[PUT] - state[START])
  if (byte !== tail[state[BYTES]++]) {
    state[REASON] = CHECKSUM
    return false
  }
  if (state[BYTES] === tail.length) beginPart(ENDED, state)
  return true
}

const createWriting = (frame: Frame): Encoding['encoder'] => {
  const deflate = createDeflate(frame.checksum)
  const begin = (state: Int32Array, output: { put(unit: number): void }): void => {
    if (state[IS_LAST] === 1) return
    for (const byte of frame.head) output.put(byte)
    frame.checksum.begin(state)
  }
  return {
    stateLength: LETTER_CODES,
    step(byte, state, output) {
      begin(state, output)
      deflate.take(byte, state, output)
      return true
    },
    end(state, output) {
      begin(state, output)
      deflate.end(state, output)
      for (const byte of frame.tailOf(state, state[PUT])) output.put(byte)
      return true
    },
  }
}
