import { concat, concatMap, defer, EMPTY, from, type OperatorFunction } from 'rxjs'

/**
 * Maps each value to any number of values, with a state that each subscription has for itself.
 *
 * @param createState makes the state when someone subscribes
 * @param step gives the values that follow `value`; may mutate the state
 * @param flush gives the last values when the source completes; cancellation just drops the state
 * @throws nothing itself: what the functions throw reaches `error`, and the source is unsubscribed
 * @example
 * import { mapWithState } from '@runnel/rx-operators'
 * const runningSum = mapWithState(() => ({ sum: 0 }), (state, value: number) => {
 *   state.sum += value
 *   return [state.sum]
 * })
 */
export const mapWithState =
  <T, R, S>(
    createState: () => S,
    step: (state: S, value: T) => Iterable<R>,
    flush?: (state: S) => Iterable<R>,
  ): OperatorFunction<T, R> =>
  (source) =>
    defer(() => {
      const state = createState()
      return concat(
        source.pipe(concatMap((value) => step(state, value))),
        flush ? defer(() => from(flush(state))) : EMPTY,
      )
    })
