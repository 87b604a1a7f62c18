import { expect, test } from 'vitest'
import { NOBODY } from '../unknown-client.ts'
import { HELD, HELD_BY_ONE, HELD_FOR } from './constants.ts'
import { HeldMemory } from './held-memory.ts'

const full = expect.objectContaining({ code: 'work_limited', members: { retryAfter: 1 } })

test('one client may have so much held, until it is let go', () => {
  const held = new HeldMemory(() => 0)
  const [first, second] = [held.of('a'), held.of('a')]
  first.hold(HELD_BY_ONE - 1)
  second.hold(1)
  expect(() => second.hold(1)).toThrow(full)
  held.of('b').hold(HELD_BY_ONE)
  first.letGo()
  second.hold(HELD_BY_ONE - 1)
})

test('all together may have so much held, those among them of whom nobody knows who asks', () => {
  const held = new HeldMemory(() => 0)
  held.of(NOBODY).hold(HELD)
  for (const client of [NOBODY, 'a']) expect(() => held.of(client).hold(1)).toThrow(full)
})

test('what a request that has ended without a word held is forgotten, and what goes on is not', () => {
  let now = 0
  const held = new HeldMemory(() => now)
  const own = held.of('a')
  own.hold(HELD_BY_ONE)
  now += HELD_FOR
  expect(() => held.of('a').hold(1)).toThrow(full)
  own.touch()
  now++
  expect(() => held.of('a').hold(1)).toThrow(full)
  now += HELD_FOR
  held.of('a').hold(1)
})
