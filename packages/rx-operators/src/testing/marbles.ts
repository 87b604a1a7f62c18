import { TestScheduler } from 'rxjs/testing'
import { expect } from 'vitest'

/** Runs a test in virtual time; in its diagrams one character is one millisecond. */
export const marbles = (check: Parameters<TestScheduler['run']>[0]): void => {
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(check)
}
