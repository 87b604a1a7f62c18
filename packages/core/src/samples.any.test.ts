import fc from 'fast-check'
import { expect, inject, test } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    seed: number
    share: number
  }
}

test.each([3, 10, 100])(
  'of %d samples a property tries what its runtime does, five at the least',
  (asked) => {
    let tried = 0
    fc.assert(
      fc.property(fc.nat(), () => {
        tried++
      }),
      { numRuns: asked },
    )
    expect(tried).toBe(Math.max(Math.min(asked, 5), Math.ceil(asked * inject('share'))))
  },
)

test('they are those of the seed of the runtime', () => {
  expect(fc.readConfigureGlobal().seed).toBe(inject('seed'))
})
