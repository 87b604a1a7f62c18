import './vitest.seed.ts'
import * as fc from 'fast-check'
import { inject } from 'vitest'

/* fast-check as tests import it where a property tries a share of its samples. */

/** Samples that a property tries at least, if it asks for as many. */
const LEAST = 5

const sampled = (asked = 100): number => Math.max(Math.min(asked, LEAST), Math.ceil(asked * inject('share')))

/** That of fast-check, with the share of the samples that this runtime tries. */
export const assert: typeof fc.assert = ((
  property: fc.IRawProperty<unknown>,
  parameters?: fc.Parameters<unknown>,
) => fc.assert(property, { ...parameters, numRuns: sampled(parameters?.numRuns) })) as typeof fc.assert

export * from 'fast-check'
export default { ...fc, assert }
