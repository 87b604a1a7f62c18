import { createCaesar } from '@runnel/core'
import { expect, test } from 'vitest'
import { createDecipherer, type Decipherer } from '../decipherer.ts'
import { SnapshotMismatchError } from '../errors.ts'
import { createFixedShiftModel, createRecallingModel } from '../testing/index.ts'

const alphabet = 'abcdefghijklmnopqrstuvwxyz'
const names: Record<string, [decipherer: Decipherer, name: string]> = {
  'a key': [createDecipherer({ cipher: 'caesar', key: '3' }), `cipher caesar, key 3, alphabet ${alphabet}`],
  'another key': [
    createDecipherer({ cipher: 'caesar', key: '4' }),
    `cipher caesar, key 4, alphabet ${alphabet}`,
  ],
  'another alphabet': [
    createDecipherer({ cipher: createCaesar('abc'), key: '3' }),
    'cipher caesar, key 3, alphabet abc',
  ],
  'a net': [createDecipherer({ model: createFixedShiftModel(3) }), 'model fixed-shift-3 fixed-shift-3'],
  'another net': [createDecipherer({ model: createRecallingModel() }), 'model recalling recalling'],
}
const pairs = Object.keys(names).flatMap((from) =>
  Object.keys(names)
    .filter((to) => to !== from)
    .map((to) => [from, to]),
)

test.each(pairs)('a snapshot of %s is not restored into %s', (from, to) => {
  const session = names[from][0].createSession()
  session.push('gdwd')
  const snapshot = session.snapshot()
  let error: unknown
  try {
    names[to][0].createSession(snapshot)
  } catch (thrown) {
    error = thrown
  }
  expect(error).toBeInstanceOf(SnapshotMismatchError)
  expect(error).toMatchObject({ code: 'snapshot_mismatch', expected: names[to][1], received: names[from][1] })
})
