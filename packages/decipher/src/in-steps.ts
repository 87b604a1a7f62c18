/** Work that stops on the way, where others may be heard: it goes on with each `next`, and gives its result at the end. */
export type InSteps<Result> = Generator<undefined, Result, undefined>

/** Does all that is left of it. */
export const finish = <Result>(steps: InSteps<Result>): Result => {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Gives `act` of each, and stops after each. */
export function* eachInSteps<From, To>(all: Iterable<From>, act: (one: From) => To): InSteps<To[]> {
  const results: To[] = []
  for (const one of all) {
    results.push(act(one))
    yield
  }
  return results
}

/** Does a thing in one go, and stops after it. */
export function* atOnce<Result>(act: () => Result): InSteps<Result> {
  const result = act()
  yield
  return result
}
