/** One who listens, as the Observable of the web platform takes one. */
export interface ObserverLike<T> {
  next?: (value: T) => void
  error?: (error: unknown) => void
  complete?: () => void
}

/** Subscriber that the Observable of the web platform hands to the function that produces its values. */
export interface SubscriberLike<T> {
  next(value: T): void
  error(error: unknown): void
  complete(): void
  addTeardown(teardown: () => void): void
  readonly active: boolean
  readonly signal: AbortSignal
}

declare global {
  /**
   * The Observable of the web platform, as far as it is used here: TypeScript does not know it yet. It merges with
   * what a polyfill, RxJS 9 or a later TypeScript declares.
   */
  interface Observable<T> {
    subscribe(
      observer?: ObserverLike<T> | ((value: T) => void) | null,
      options?: { signal?: AbortSignal },
    ): void
  }
}

/** Function from one Observable to another, as `pipe` takes them. */
export type ObservableOperator<T, R> = (source: Observable<T>) => Observable<R>

type Initializer<T> = (subscriber: SubscriberLike<T>) => void

/** Key of the method by which RxJS 9 makes an Observable like another; its documentation offers it to all operators. */
const CREATE = 'rxjs.kernel.create.v1'

/** Makes an Observable of the kind that `source` is: cold from a cold one of RxJS 9, else one of the platform. */
export const observableLike = <R>(source: Observable<unknown>, init: Initializer<R>): Observable<R> => {
  const derive = Reflect.get(source, Symbol.for(CREATE)) as
    | ((init: Initializer<R>) => Observable<R>)
    | undefined
  if (derive) return derive.call(source, init)
  const { Observable: Platform } = globalThis as unknown as {
    Observable: new (init: Initializer<R>) => Observable<R>
  }
  return new Platform(init)
}
