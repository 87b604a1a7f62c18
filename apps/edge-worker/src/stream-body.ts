import type { InSteps } from '@runnel/decipher'
import { CeilingError, type Ceilings } from './ceilings.ts'
import { isRefusal } from './problem.ts'
import type { BodyCounts, Outcome } from './report-entry.ts'
import { type Clock, watchStream } from './stream-watch.ts'
import { PIECE_WORK } from './work/constants.ts'
import type { Job } from './work/job.ts'

/** Turns the chunks of a body, and its end, into text: what takes long gives steps. */
export interface BodyMapping {
  /** Looks at a chunk before it is pushed. @returns what has to be waited for, if anything */
  bring?(chunk: Uint8Array): Promise<void> | undefined
  /** The same before the end. */
  bringLast?(): Promise<void> | undefined
  push(chunk: Uint8Array): void | InSteps<void>
  /** Gives the text of what was pushed, so far as there is any. */
  take(): string
  /** Gives the rest. */
  flush(): string | InSteps<string>
  /** Bytes of its text; those of UTF-8 unless given. */
  encode?(text: string): Uint8Array
  /** Words for a reader whose answer ends before its time; without them it breaks off. */
  tell?(error: unknown): string
  /** Called once, however it ends. */
  ended(outcome: Outcome, counts: BodyCounts, error?: unknown): void
}

/** The body of a request; a request without one has an empty body. */
export const bodyOf = (request: Request): ReadableStream<Uint8Array> => request.body ?? new Blob([]).stream()

/** Ceilings of an answer, the time, and the work that it takes. */
export interface BodyTerms {
  ceilings: Ceilings
  clock: Clock
  job: Job
  /** Told whenever the stream goes on. */
  touch?(): void
}

/**
 * Answers a body while it still arrives: one read for each pull, so a slow reader slows the writer and nothing piles
 * up here; what was read is worked on slice by slice, so that others are heard meanwhile. A client that leaves cancels the
 * body. What runs into a ceiling ends with `tell`, or breaks off.
 */
export const mapBody = (
  body: ReadableStream<Uint8Array>,
  mapping: BodyMapping,
  { ceilings, clock, job, touch = () => {} }: BodyTerms,
): ReadableStream<Uint8Array> => {
  const reader = slicesOf(readerOf(body), job)
  const utf8 = new TextEncoder()
  const counts: BodyCounts = { bytesIn: 0, bytesOut: 0 }
  let watch = { touch: () => {}, stop: () => {} }
  let ended = false

  const end = (outcome: Outcome, error?: unknown): void => {
    // A client may leave with the last text still unread.
    if (ended) return
    ended = true
    watch.stop()
    job.end()
    mapping.ended(outcome, counts, error)
  }
  const give = (controller: ReadableStreamDefaultController<Uint8Array>, text: string): void => {
    const bytes = mapping.encode?.(text) ?? utf8.encode(text)
    counts.bytesOut += bytes.length
    controller.enqueue(bytes)
  }
  const fail = (controller: ReadableStreamDefaultController<Uint8Array>, error: unknown): void => {
    if (ended) return
    const words = mapping.tell?.(error)
    if (words !== undefined) give(controller, words)
    end(isRefusal(error) ? 'cut off' : 'failed', error)
    if (words === undefined) controller.error(error)
    else controller.close()
    reader.cancel(error).catch(() => {})
  }
  const push = (value: Uint8Array): void | InSteps<void> => {
    // The answer may have ended while a turn was waited for.
    if (ended) return
    counts.bytesIn += value.length
    if (counts.bytesIn > ceilings.bodyBytes) {
      throw new CeilingError('body_too_large', `a body has up to ${ceilings.bodyBytes} bytes`)
    }
    return mapping.push(value)
  }
  const isHere = () => {
    // Whoever waits for its text to be worked on is not idle.
    watch.touch()
    return !ended
  }
  /** Text of a slice, or of the end. None while more of the same piece follows at once. */
  const textOf = async ({ value, begins, more }: Slice): Promise<string> => {
    if (!value) {
      const last = mapping.bringLast?.()
      if (last) await last
      return (await job.do(0, () => (ended ? '' : mapping.flush()), isHere)) ?? ''
    }
    if (begins) job.note(PIECE_WORK)
    const brought = mapping.bring?.(value)
    if (brought) await brought
    await job.do(value.length, () => push(value), isHere)
    if (more) return ended || !job.isDue ? '' : mapping.take()
    job.end()
    return ended ? '' : mapping.take()
  }

  return new ReadableStream({
    start(controller) {
      watch = watchStream(ceilings, clock, (error) => fail(controller, error))
    },
    async pull(controller) {
      watch.touch()
      touch()
      for (let text = ''; text === ''; ) {
        const slice = await reader.read().catch((error: unknown) => {
          end('broken off', error)
          throw error
        })
        if (ended) return
        watch.touch()
        touch()
        try {
          text = await textOf(slice)
        } catch (error) {
          return fail(controller, error)
        }
        if (ended) return
        if (text !== '') give(controller, text)
        if (slice.value) continue
        end('answered')
        return controller.close()
      }
    },
    cancel(reason) {
      end('left')
      return reader.cancel(reason)
    },
  })
}

/** A slice of a piece of a body, none at its end; whether the piece begins with it, and whether it goes on. */
interface Slice {
  value: Uint8Array | undefined
  begins: boolean
  more: boolean
}

/** Gives the pieces that a reader reads in slices of the length that a job allows. */
const slicesOf = (reader: ReturnType<typeof readerOf>, job: Job) => {
  let rest: Uint8Array = new Uint8Array(0)
  return {
    async read(): Promise<Slice> {
      let begins = false
      if (rest.length === 0) {
        const { value } = await reader.read()
        // Of a stream that is made in JavaScript anything may come; reading it says what is wrong.
        if (!(value instanceof Uint8Array) || value.length === 0) return { value, begins, more: false }
        begins = true
        rest = value
      }
      const value = rest.subarray(0, job.slice)
      rest = rest.subarray(value.length)
      return { value, begins, more: rest.length > 0 }
    },
    cancel: (reason: unknown) => reader.cancel(reason),
  }
}

/** Bytes that are read at once, at most: the platform gives 4 KiB to those who do not bring a place for more. */
const PIECE = 64 * 1024

/** Reads a body in pieces as large as have come. Each is read before the next is asked for, so one place does for all. */
const readerOf = (
  body: ReadableStream<Uint8Array>,
): Pick<ReadableStreamDefaultReader<Uint8Array>, 'read' | 'cancel'> => {
  let reader: ReadableStreamBYOBReader
  try {
    reader = body.getReader({ mode: 'byob' })
  } catch {
    // Streams that are made in JavaScript, as in tests, bring their own pieces.
    return body.getReader()
  }
  let place = new ArrayBuffer(PIECE)
  return {
    async read() {
      const { done, value } = await reader.read(new Uint8Array(place))
      if (value) place = value.buffer
      return done ? { done, value: undefined } : { done, value }
    },
    cancel: (reason) => reader.cancel(reason),
  }
}
