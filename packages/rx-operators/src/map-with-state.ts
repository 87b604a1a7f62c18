import { concat, concatMap, defer, EMPTY, finalize, from, type OperatorFunction } from 'rxjs'
import type { Steps } from './steps.ts'

/**
 * Maps each value to any number of values, with a state that each subscription has for itself.
 *
 * @param createState makes the state when someone subscribes
 * @param step gives the values that follow `value`; may mutate the state
 * @param flush gives the last values when the source completes; cancellation does not call it
 * @param release gives back what the state holds, however the subscription ended
 * @throws nothing itself: what the functions throw reaches `error`, and the source is unsubscribed
 * @example
 * import { mapWithState } from '@runnel/rx-operators'
 * const runningSum = mapWithState(() => ({ sum: 0 }), (state, value: number) => [(state.sum += value)])
 */
export const mapWithState = <T, R, S>(
  createState: () => S,
  step: (state: S, value: T) => Iterable<R>,
  flush?: (state: S) => Iterable<R>,
  release: (state: S) => void = () => {},
): OperatorFunction<T, R> => operatorOf({ createState, step, release, ...(flush && { flush }) })

/** The operator of RxJS 7 that takes some steps. */
export const operatorOf =
  <T, R, S>({ createState, step, flush, release }: Steps<T, R, S>): OperatorFunction<T, R> =>
  (source) =>
    defer(() => {
      const state = createState()
      return concat(
        source.pipe(concatMap((value) => step(state, value))),
        flush ? defer(() => from(flush(state))) : EMPTY,
      ).pipe(finalize(() => release?.(state)))
    })
