import { InvalidOptionError } from '@runnel/core'
import { type Observable, Subject, takeUntil } from 'rxjs'
import { BufferOverflowError } from './errors.ts'

/** Policy for a value that comes when the buffer is full: end with an error, or lose a value. */
export type WhenFull = 'error' | 'drop-oldest' | 'drop-newest'

/** Options of `toReadable`: the buffer for a slow reader, and what to do when it is full. */
export interface ReadableOptions {
  /** Values that may wait; 1,024 unless given. */
  capacity?: number | undefined
  /** `'error'` unless given: what waits is still read, then the stream fails with BufferOverflowError. */
  whenFull?: WhenFull | undefined
}

/**
 * Turns an observable into a stream that subscribes when it is first read, and unsubscribes when cancelled.
 *
 * An observable cannot be slowed down: what a slow reader has not read waits, up to `capacity`.
 *
 * @throws InvalidOptionError when there is no such capacity or policy
 * @example
 * import { toReadable } from '@runnel/rx-operators'
 * import { interval } from 'rxjs'
 * const ticks = toReadable(interval(1000), { capacity: 1, whenFull: 'drop-oldest' })
 */
export const toReadable = <T>(
  observable: Observable<T>,
  { capacity = 1024, whenFull = 'error' }: ReadableOptions = {},
): ReadableStream<T> => {
  if (!(capacity >= 1)) throw new InvalidOptionError('capacity', capacity, 'a number of values, 1 or more')
  if (!['error', 'drop-oldest', 'drop-newest'].includes(whenFull)) {
    throw new InvalidOptionError('whenFull', whenFull, 'error, drop-oldest or drop-newest')
  }
  const waiting: T[] = []
  const left = new Subject<void>()
  let subscribed = false
  /** Ends the stream, once nothing waits any more. */
  let end: (() => void) | undefined
  /** Tells the reader that asked before there was anything. */
  let wake = () => {}
  const finish = (how: () => void) => {
    end ??= how
    wake()
  }
  const subscribe = (controller: ReadableStreamDefaultController<T>) =>
    observable.pipe(takeUntil(left)).subscribe({
      next(value) {
        if (waiting.length < capacity) waiting.push(value)
        else if (whenFull === 'drop-oldest') {
          waiting.shift()
          waiting.push(value)
        } else if (whenFull === 'error') {
          finish(() => controller.error(new BufferOverflowError(capacity)))
          left.next()
        }
        wake()
      },
      error: (error) => finish(() => controller.error(error)),
      complete: () => finish(() => controller.close()),
    })

  return new ReadableStream<T>(
    {
      async pull(controller) {
        if (!subscribed) {
          subscribed = true
          subscribe(controller)
        }
        if (waiting.length === 0 && !end) {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
        if (waiting.length > 0) controller.enqueue(waiting.shift() as T)
        else end?.()
      },
      cancel() {
        waiting.length = 0
        finish(() => {})
        left.next()
      },
    },
    { highWaterMark: 0 },
  )
}
