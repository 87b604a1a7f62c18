import type { Observable } from 'rxjs'

/** Record of the values that an observable has given so far, and of its end. */
export interface Outcome<T> {
  values: T[]
  error?: unknown
  completed: boolean
}

/** Subscribes, and notes what comes. */
export const outcome = <T>(observable: Observable<T>): Outcome<T> => {
  const result: Outcome<T> = { values: [], completed: false }
  observable.subscribe({
    next: (value) => result.values.push(value),
    error: (error) => {
      result.error = error
    },
    complete: () => {
      result.completed = true
    },
  })
  return result
}
