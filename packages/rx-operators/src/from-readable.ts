import { Observable } from 'rxjs'

/**
 * Turns a stream into an observable; each subscription makes one, and unsubscribing cancels it.
 *
 * An observable does not wait for its listener, so the stream is read as fast as it gives.
 *
 * @param create makes the stream; `signal` aborts when the subscription ends before there is one
 * @example
 * import { fromReadable } from '@runnel/rx-operators'
 * const bytes = fromReadable(async (signal) => {
 *   const { body } = await fetch('https://example.com/', { signal })
 *   return body ?? new ReadableStream()
 * })
 */
export const fromReadable = <T>(
  create: (signal: AbortSignal) => ReadableStream<T> | PromiseLike<ReadableStream<T>>,
): Observable<T> =>
  new Observable((subscriber) => {
    const controller = new AbortController()
    let reader: ReadableStreamDefaultReader<T> | undefined
    // The subscription has ended: nobody is left to hear that cancelling failed.
    const cancel = () => reader?.cancel().catch(() => {})
    const read = async () => {
      reader = (await create(controller.signal)).getReader()
      while (!subscriber.closed) {
        const { done, value } = await reader.read()
        if (done) return subscriber.complete()
        subscriber.next(value)
      }
      cancel()
    }
    read().catch((error) => subscriber.error(error))
    return () => {
      controller.abort()
      cancel()
    }
  })
