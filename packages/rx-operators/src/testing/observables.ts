// Brings the Observable of the web platform where there is none: Node and workerd; Chromium has its own.
import { ColdObservable } from 'rxjs-9'
import type { SubscriberLike } from '../observable/platform.ts'

/** Constructor of a kind of Observable. */
export type ObservableKind = new <T>(init: (subscriber: SubscriberLike<T>) => void) => Observable<T>

/** The Observable of the web platform: its own, or that of RxJS 9. */
export const Platform: ObservableKind = (globalThis as unknown as { Observable: ObservableKind }).Observable

/** The kinds that operators have to serve, with their names. */
export const kinds: readonly (readonly [name: string, Kind: ObservableKind])[] = [
  ['the platform', Platform],
  ['rxjs 9, cold', ColdObservable as unknown as ObservableKind],
]

/** Values that an Observable gave, and its end: `'complete'`, an error, or nothing so far. */
export interface Outcome<T> {
  values: T[]
  end?: unknown
}

/** Subscribes, and notes all that comes. */
export const outcome = <T>(observable: Observable<T>, options?: { signal: AbortSignal }): Outcome<T> => {
  const result: Outcome<T> = { values: [] }
  observable.subscribe(
    {
      next: (value) => result.values.push(value),
      error: (error) => {
        result.end = error
      },
      complete: () => {
        result.end = 'complete'
      },
    },
    options,
  )
  return result
}

/** Makes an Observable that gives some values at once and completes. */
export const giving =
  (Kind: ObservableKind) =>
  <T>(...values: T[]): Observable<T> =>
    new Kind<T>((subscriber) => {
      for (const value of values) if (subscriber.active) subscriber.next(value)
      subscriber.complete()
    })

/** An Observable with those who subscribed, driven by hand. */
export interface Driven<T> {
  source: Observable<T>
  subscribers: Set<SubscriberLike<T>>
  next(value: T): void
}

/** Makes an Observable to be driven by hand. */
export const driven = <T>(Kind: ObservableKind): Driven<T> => {
  const subscribers = new Set<SubscriberLike<T>>()
  const source = new Kind<T>((subscriber) => {
    subscribers.add(subscriber)
    subscriber.addTeardown(() => subscribers.delete(subscriber))
  })
  return {
    source,
    subscribers,
    next(value) {
      for (const one of [...subscribers]) one.next(value)
    },
  }
}
