import { type Chunk, InvalidOptionError } from '@runnel/core'
import type { DecipherEvent, Decipherer, DecipherSession } from '@runnel/decipher'
import { eventSteps, type Steps } from './steps.ts'

/** One entry of a log or a queue; offsets rise, with or without gaps. */
export interface LogRecord<Offset extends number | bigint = number> {
  offset: Offset
  chunk: Chunk
}

/** Place of a reader in a log: to be stored, and to start from next time. */
export interface Checkpoint<Offset extends number | bigint = number> {
  /** Of the last record that was read. */
  offset: Offset
  /** Of the session, right after it. */
  snapshot: Uint8Array
}

/** Events that one record gave, and perhaps a checkpoint right after it. */
export interface DecipheredRecord<Offset extends number | bigint = number> {
  /** Of the record; of the last one, at the end; nothing, at the end of no records. */
  offset: Offset | undefined
  events: DecipherEvent[]
  /** To be stored together with what is made of `events`, in one transaction. */
  checkpoint?: Checkpoint<Offset>
}

/** Options of where in the log to start, and of how often to give a checkpoint. */
export interface RecordOptions<Offset extends number | bigint = number> {
  /** Go on after this. */
  checkpoint?: Checkpoint<Offset> | undefined
  /** Records from one checkpoint to the next; 1 unless given. */
  every?: number | undefined
}

interface Reader<Offset> {
  session: DecipherSession
  offset: Offset | undefined
  read: number
}

/** Steps from records to the events of each. A record at or before the last offset was read already: it is left out. */
export const recordSteps = <Offset extends number | bigint>(
  decipherer: Decipherer,
  { checkpoint, every = 1 }: RecordOptions<Offset> = {},
): Steps<LogRecord<Offset>, DecipheredRecord<Offset>, Reader<Offset>> => {
  if (!(Number.isSafeInteger(every) && every >= 1)) {
    throw new InvalidOptionError('every', every, 'a whole number of records, 1 or more')
  }
  const steps = eventSteps(decipherer, { snapshot: checkpoint?.snapshot })
  const start = checkpoint?.offset
  return {
    createState: () => ({ session: steps.createState(), offset: start, read: 0 }),
    step(reader, { offset, chunk }) {
      if (reader.offset !== undefined && offset <= reader.offset) return []
      const { session } = reader
      const events = session.push(chunk)
      reader.offset = offset
      const due = ++reader.read % every === 0
      return [{ offset, events, ...(due && { checkpoint: { offset, snapshot: session.snapshot() } }) }]
    },
    flush: ({ session, offset }) => [{ offset, events: session.flush() }],
    release: ({ session }) => session.free(),
  }
}
