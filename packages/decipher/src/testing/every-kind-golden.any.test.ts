import { expect, test } from 'vitest'
import recorded from './every-kind.json' with { type: 'json' }
import { checksumsOfEveryKind } from './every-kind.ts'

/*
 * Law 7 for each kind of key, search and encoding, and law 4 with it: the checksums are those that Node gave. Therefore laws
 * over many streams, and searches in full, are tried in Node alone: what they compute is the same everywhere, bit by bit.
 */
test('a small case of each kind gives the same bits in Node, workerd and Chromium', () => {
  expect(checksumsOfEveryKind()).toEqual(recorded)
})
