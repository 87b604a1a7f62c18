import { expect, test } from 'vitest'
import { headingOf, headings } from './tasks.ts'
import { asUsersSeeIt } from './write-api.ts'

test.each([
  ['decipher/src/decipherer.ts', 'Make a decipherer'],
  ['decipher/src/pipelines/streams.ts', 'Streams, iterables, responses'],
  ['decipher/src/session/symbol-trace.ts', 'Watch it decide'],
  ['core/src/ciphers/caesar.ts', 'Ciphers'],
  ['core/src/ciphers/text-too-long-error.ts', 'Errors'],
  ['core/src/looks/text-looks.ts', 'Exports'],
])('%s stands under "%s"', (source, heading) => {
  expect(headingOf(source)).toBe(heading)
  expect(headings).toContain(heading)
})

test('entries are called what their users call them', () => {
  expect(asUsersSeeIt('# core\n\n- [rx-operators/observable](rx-operators/observable.md)')).toBe(
    '# @runnel/core\n\n- [@runnel/rx-operators/observable](rx-operators/observable.md)',
  )
})
