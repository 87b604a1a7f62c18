/** One who listens to a flow. */
export interface FlowObserver<T> {
  next?: (value: T) => void
  error?: (error: unknown) => void
  complete?: () => void
}

/**
 * Values that come once, for one reader: an async iterable that is an Observable too.
 *
 * `for await` reads at the pace of its loop; `subscribe`, and `from` of RxJS, as fast as values come. Leaving the loop
 * and unsubscribing both leave the source at once.
 */
export interface Flow<T> extends AsyncIterable<T> {
  [Symbol.asyncIterator](): AsyncIterator<T, undefined>
  subscribe(observer: FlowObserver<T>): { unsubscribe(): void }
}

/**
 * Makes a flow of a function that gives the next value. `leave` is called when the reader goes before the end; it has
 * to settle a `next` that is waiting.
 */
export const createFlow = <T>(
  next: () => Promise<IteratorResult<T, undefined>>,
  leave: () => void,
): Flow<T> => {
  let left = false
  const iterator: AsyncIterator<T, undefined> = {
    next: async () => (left ? { done: true, value: undefined } : next()),
    return: async () => {
      left = true
      leave()
      return { done: true, value: undefined }
    },
  }
  const flow: Flow<T> = {
    [Symbol.asyncIterator]: () => iterator,
    subscribe: (observer) => {
      const subscription = { closed: false, unsubscribe: () => {} }
      subscription.unsubscribe = () => {
        if (subscription.closed) return
        subscription.closed = true
        void iterator.return?.()
      }
      void drain(iterator, observer, subscription)
      return subscription
    },
  }
  // Where libraries look for an Observable of another; the platform has no such symbol of its own.
  const observable = Reflect.get(Symbol, 'observable') ?? '@@observable'
  return Object.defineProperty(flow, observable, { value: () => flow })
}

const drain = async <T>(
  iterator: AsyncIterator<T, undefined>,
  observer: FlowObserver<T>,
  subscription: { closed: boolean },
): Promise<void> => {
  try {
    for (;;) {
      const { done, value } = await iterator.next()
      if (subscription.closed) return
      if (done) break
      observer.next?.(value)
    }
  } catch (error) {
    if (subscription.closed) return
    subscription.closed = true
    return observer.error?.(error)
  }
  subscription.closed = true
  observer.complete?.()
}
