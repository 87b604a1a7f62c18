import { RefusedError } from '../refused-error.ts'
import { limits } from './limits.ts'
import type { SessionRecord } from './session-record.ts'

/** @throws RefusedError when a chunk is sent again as another */
export const checkSame = (
  digest: string,
  standing: string | undefined,
  { seq, expected }: { seq: number; expected: number },
): void => {
  if (standing === undefined || standing === digest) return
  throw new RefusedError('chunk_conflict', `another chunk ${seq} has been read, perhaps of another writer`, {
    expected,
    digest: standing,
  })
}

/** @throws RefusedError when a chunk is too large; of text its units are counted, which are as many as its bytes or fewer */
export const checkSize = (length: number): void => {
  if (length <= limits.chunkBytes) return
  throw new RefusedError('chunk_too_large', `a chunk has up to ${limits.chunkBytes} bytes`)
}

/** @throws RefusedError when a chunk does not come next, is too large, or comes after the end */
export const checkChunk = (record: SessionRecord, seq: number, bytes: number): void => {
  const { next, ended } = record
  if (ended) throw new RefusedError('session_ended', 'the session has ended and reads no more')
  if (seq > next) {
    throw new RefusedError('sequence_gap', `chunk ${seq} came before chunk ${next}`, { expected: next })
  }
  checkSize(bytes)
  if (record.bytes + bytes > limits.sessionBytes) {
    throw new RefusedError('session_too_long', `a session reads up to ${limits.sessionBytes} bytes`)
  }
  if ((record.work ?? 0) >= limits.work) {
    throw new RefusedError('too_much_work', `a session takes up to ${limits.work} steps of work`)
  }
}
