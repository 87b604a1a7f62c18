import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Turns } from './turns.ts'

let [idle, frames]: [(() => void)[], (() => void)[]] = [[], []]

beforeEach(() => {
  idle = []
  frames = []
  vi.stubGlobal('requestIdleCallback', (call: () => void) => idle.push(call))
  vi.stubGlobal('requestAnimationFrame', (call: () => void) => frames.push(call))
})
afterEach(() => vi.unstubAllGlobals())

const runAll = (calls: (() => void)[]): void => {
  for (const call of calls.splice(0)) call()
}

test('one call a frame, in the order in which they came', () => {
  const turns = new Turns()
  const called: string[] = []
  for (const name of ['first', 'second', 'third']) turns.take(() => called.push(name))
  runAll(idle)
  runAll(idle)
  expect(called).toEqual(['first'])
  runAll(frames)
  runAll(idle)
  expect(called).toEqual(['first', 'second'])
  runAll(frames)
  runAll(idle)
  runAll(frames)
  expect(called).toEqual(['first', 'second', 'third'])
  expect(idle).toEqual([])
})

test('a call that was called off takes no turn', () => {
  const turns = new Turns()
  const called: string[] = []
  const callOff = turns.take(() => called.push('first'))
  turns.take(() => called.push('second'))
  callOff()
  runAll(idle)
  expect(called).toEqual(['second'])
})
