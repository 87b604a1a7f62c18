import type { Steps } from '../steps.ts'
import { type ObservableOperator, observableLike } from './platform.ts'

/**
 * Maps each value of a web Observable to any number of values, with a state for each run of the source.
 *
 * @param createState makes the state when someone subscribes
 * @param step gives the values that follow `value`; may mutate the state
 * @param flush gives the last values when the source completes; cancellation does not call it
 * @param release gives back what the state holds, however the subscription ended
 * @throws nothing itself: what the functions throw reaches `error`, and the source is unsubscribed
 * @example
 * import { mapWithState } from '@runnel/rx-operators/observable'
 * const runningSum = mapWithState(() => ({ sum: 0 }), (state, value: number) => [(state.sum += value)])
 */
export const mapWithState = <T, R, S>(
  createState: () => S,
  step: (state: S, value: T) => Iterable<R>,
  flush?: (state: S) => Iterable<R>,
  release?: (state: S) => void,
): ObservableOperator<T, R> =>
  operatorOf({ createState, step, ...(flush && { flush }), ...(release && { release }) })

/** The operator of web Observables that takes some steps. */
export const operatorOf =
  <T, R, S>({ createState, step, flush, release }: Steps<T, R, S>): ObservableOperator<T, R> =>
  (source) =>
    observableLike(source, (subscriber) => {
      const state = createState()
      subscriber.addTeardown(() => release?.(state))
      const waiting: (() => void)[] = []
      let busy = false
      /** One after another: a listener may send more while it listens. */
      const act = (next: () => void) => {
        waiting.push(next)
        if (busy) return
        busy = true
        try {
          for (let first = waiting.shift(); first && subscriber.active; first = waiting.shift()) first()
        } catch (error) {
          subscriber.error(error)
        }
        busy = false
      }
      const give = (values: Iterable<R>) => {
        for (const value of values) {
          if (!subscriber.active) return
          subscriber.next(value)
        }
      }
      source.subscribe(
        {
          next: (value) => act(() => give(step(state, value))),
          error: (error) => act(() => subscriber.error(error)),
          complete: () =>
            act(() => {
              if (flush) give(flush(state))
              subscriber.complete()
            }),
        },
        { signal: subscriber.signal },
      )
    })
