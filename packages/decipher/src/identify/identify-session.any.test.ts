import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createToyIdentifier, cut } from '../testing/index.ts'
import { WINDOW } from './constants.ts'
import type { IdentifySession } from './identify-session.ts'

const identifier = await createToyIdentifier()
const text = 'Wkh pruqlqj zdv frog, dqg wkh erdw kdg qrw frph. é 😀 \ud83d 12 34! '

const eventsOf = (session: IdentifySession, chunks: readonly (string | Uint8Array)[]) => [
  ...chunks.flatMap((chunk) => session.push(chunk)),
  ...session.flush(),
]

test('however a text is cut, the same is told', () => {
  const whole = eventsOf(identifier.createSession(), [text])
  fc.assert(
    fc.property(fc.array(fc.nat(text.length), { maxLength: 6 }), (places) => {
      expect(eventsOf(identifier.createSession(), cut(text, places))).toEqual(whole)
    }),
    { numRuns: 6 },
  )
  const bytes = new TextEncoder().encode(text.replace('\ud83d ', ''))
  expect(
    eventsOf(
      identifier.createSession(),
      Array.from(bytes, (byte) => Uint8Array.of(byte)),
    ),
  ).toEqual(eventsOf(identifier.createSession(), [text.replace('\ud83d ', '')]))
})

test('a restored session goes on as if it had never stopped', () => {
  const whole = eventsOf(identifier.createSession(), [text])
  for (let at = 0; at <= text.length; at += 13) {
    const first = identifier.createSession()
    const before = first.push(text.slice(0, at))
    const restored = identifier.createSession(first.snapshot())
    expect(restored.snapshot()).toEqual(first.snapshot())
    expect([...before, ...eventsOf(restored, [text.slice(at)])]).toEqual(whole)
  }
})

test('kinds are told each time a text is twice as long, and no more once the window is full', () => {
  const session = identifier.createSession()
  const told = session.push('a'.repeat(WINDOW + 5000)).map(({ units, whole }) => [units, whole])
  expect(told).toEqual([16, 32, 64, 128, 256, 512, 1024, 2048].map((units) => [units, false]))
  expect(session.flush()).toMatchObject([{ units: 7048, whole: true, looks: { letters: 7048 } }])
  expect(session.flush()).toEqual([])
  expect(() => session.push('a')).toThrow('ended')
})

test('where kinds are not asked for on the way, the end is the same', async () => {
  const quiet = await createToyIdentifier({ live: false })
  expect(eventsOf(quiet.createSession(), [text])).toEqual(
    eventsOf(identifier.createSession(), [text]).slice(-1),
  )
  expect(quiet.identify(text)).toEqual(identifier.identify(text))
})

describe('refused', () => {
  test('the snapshot of an identifier with other options', async () => {
    const quiet = await createToyIdentifier({ live: false })
    expect(() => quiet.createSession(identifier.createSession().snapshot())).toThrow('live')
  })

  test('a snapshot that was altered', () => {
    const snapshot = identifier.createSession().snapshot()
    snapshot[40] ^= 1
    expect(() => identifier.createSession(snapshot)).toThrow('checksum')
  })
})

test('the same bits in every runtime', () => {
  const { kinds } = identifier.identify(text)
  expect(kinds.map(({ kind, probability }) => `${kind} ${probability}`).join(', ')).toMatchInlineSnapshot(
    `"substitution 0.1705, rot47 0.0992, transposition 0.0971, caesar 0.092, random 0.0871, hill 0.079, playfair 0.0757, autokey 0.0725, periodic 0.0687, plain 0.0672, bifid 0.0547, affine 0.0362"`,
  )
})
