import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { laterView } from './later-view.ts'
import type { PageView } from './page-context.ts'
import type { Turns } from './turns.ts'

const setUp = () => {
  const calls = new Set<() => void>()
  const turns = {
    take(call: () => void) {
      calls.add(call)
      return () => calls.delete(call)
    },
  } as unknown as Turns
  const reader = { log: {} }
  const chosen = signal<number | undefined>(undefined)
  const [version, letter] = [signal(0), signal(0)]
  const others = { moment: signal({}), decoded: signal(''), stretches: signal([]) }
  const first = { page: { reader, chosen }, version, letter, ...others } as unknown as PageView
  const { view, end } = laterView(first, turns)
  const turn = (): void => {
    for (const call of calls) {
      calls.delete(call)
      call()
    }
  }
  turn()
  return { reader, chosen, version, letter, view, end, turn, calls }
}

test('follows when it is its turn, all of it together', () => {
  const { version, letter, view, turn } = setUp()
  version.value = 1
  letter.value = 5
  expect([view.version.value, view.letter.value]).toEqual([0, 0])
  turn()
  expect([view.version.value, view.letter.value]).toEqual([1, 5])
})

test('a new text, and a letter that is chosen, are followed at once', () => {
  const { reader, chosen, version, view, calls } = setUp()
  reader.log = {}
  version.value = 1
  expect(view.version.value).toBe(1)
  version.value = 2
  expect(view.version.value).toBe(1)
  chosen.value = 3
  expect(view.version.value).toBe(2)
  expect(calls.size).toBe(0)
})

test('follows no more once it has ended', () => {
  const { version, view, end, turn } = setUp()
  version.value = 1
  end()
  turn()
  expect(view.version.value).toBe(0)
})
