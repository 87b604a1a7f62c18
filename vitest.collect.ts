import { afterAll } from 'vitest'

/*
 * All files of a runtime in one page: each engine that a test has made holds 10 GiB of addresses, of which a page has a
 * thousand or less, and an audio thread cannot collect what the page has left.
 */
afterAll(() => {
  globalThis.gc?.()
})
