import { createCaesar } from '@runnel/core'
import { describe, expect, test } from 'vitest'
import { createDecipherer, type Decipherer } from '../decipherer.ts'
import { SnapshotMismatchError } from '../errors.ts'
import type { LiveOptions } from '../settling/live-options.ts'
import { createBigramModel, createFixedShiftModel, createRecallingModel } from '../testing/index.ts'

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
  'a net': [
    createDecipherer({ model: createFixedShiftModel(3) }),
    'model fixed-shift-3 fixed-shift-3, engine typed-array',
  ],
  'another net': [
    createDecipherer({ model: createRecallingModel() }),
    'model recalling recalling, engine typed-array',
  ],
}
/** The parts in which two fingerprints differ, where both are `name value, name value`. */
const differing = (expected: string, received: string) => {
  const [wanted, found] = [expected, received].map((words) => words.split(', '))
  return {
    expected: wanted.filter((part) => !found.includes(part)).join(', '),
    received: found.filter((part) => !wanted.includes(part)).join(', '),
  }
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
  expect(error).toMatchObject({ code: 'snapshot_mismatch', ...differing(names[to][1], names[from][1]) })
})

describe('a snapshot is not restored under options that change what comes out, and the error names them', () => {
  const model = createBigramModel()
  const create = (options: LiveOptions) => createDecipherer({ model, cipher: 'caesar', ...options })
  const snapshotOf = (options: LiveOptions) => {
    const session = create(options).createSession()
    // Long enough to look away.
    session.push('Aol ypcly jvtlz kvdu myvt aol opssz pu zwypun huk jhyyplz aol zuvd vm aol dpualy.')
    return session.snapshot()
  }
  const others: [change: LiveOptions, expected: string, received: (watch: string) => string][] = [
    [{ watch: 'every' }, 'watch every', (watch) => `watch ${watch}`],
    [{ commit: { probability: 0.9 } }, 'commit.probability 0.9', () => 'commit.probability 0.999'],
    [{ commit: { maxDelay: 64 } }, 'commit.maxDelay 64', () => 'commit.maxDelay 128'],
    [{ keyChange: { rate: 0 } }, 'keyChange.rate 0', () => 'keyChange.rate 0.000002'],
    [{ search: { drop: 1e-4 } }, 'search.drop 0.0001', () => 'search.drop 0.000001'],
  ]
  describe.each(['off', 'adaptive'] as const)('taken with watch %s', (watch) => {
    const snapshot = snapshotOf({ watch })
    test('under the same options it goes on', () => {
      expect(create({ watch }).createSession(snapshot).flush().at(-1)).toMatchObject({ key: { shift: 7 } })
    })

    test.each(others)('under %j', (change, expected, received) => {
      const restore = () => create({ watch, ...change }).createSession(snapshot)
      expect(restore).toThrow(SnapshotMismatchError)
      expect(restore).toThrow(`the snapshot belongs to ${received(watch)}`)
      expect(restore).toThrow(`this session is for ${expected}`)
    })
  })

  test('the letters between two probes matter to adaptive alone', () => {
    const gap = { search: { gap: 32 } }
    expect(() => create(gap).createSession(snapshotOf({}))).not.toThrow()
    expect(() =>
      create({ ...gap, watch: 'adaptive' }).createSession(snapshotOf({ watch: 'adaptive' })),
    ).toThrow('the snapshot belongs to search.gap 96, this session is for search.gap 32')
  })

  test('a change of key is noticed after a restore as it was before', () => {
    // A snapshot that looks away for good was once taken up by a session that says it keeps watch.
    const changed = 'Hv wkh ulyhu frphv grzq iurp wkh kloov lq vsulqj dqg fduulhv wkh vqrz ri wkh zlqwhu.'
    const session = create({ watch: 'every' }).createSession(snapshotOf({ watch: 'every' }))
    expect(session.push(changed).concat(session.flush()).at(-1)).toMatchObject({ key: { shift: 3 } })
  })
})
