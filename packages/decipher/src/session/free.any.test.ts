import { loadDefaultEngine } from '@runnel/rnn-model'
import { typedArrayEngine } from '@runnel/rnn-model/typed-array'
import { describe, expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { SessionEndedError } from '../errors.ts'
import { finalText } from '../pipelines/streams.ts'
import { createFixedShiftModel } from '../testing/index.ts'

describe.each([
  ['the kernels', await loadDefaultEngine()],
  ['typed arrays', typedArrayEngine],
])('on %s', (_, engine) => {
  const model = createFixedShiftModel(3, engine)
  const decipherer = createDecipherer({ model })

  test('each session has one state, and gives it back when freed, once', () => {
    const sessions = Array.from({ length: 20 }, () => decipherer.createSession())
    for (const session of sessions) session.push('gdwd')
    expect(model.memory.states).toBe(20)
    for (const session of sessions.slice(0, 15)) session.free()
    expect(model.memory.states).toBe(5)
    for (const session of sessions) session.free()
    for (const session of sessions) session.free()
    expect(model.memory.states).toBe(0)
  })

  test('a session that has ended still holds its state, for a snapshot, until it is freed', () => {
    const session = decipherer.createSession()
    session.push('gdwd')
    session.flush()
    expect(model.memory.states).toBe(1)
    const again = decipherer.createSession(session.snapshot())
    expect(model.memory.states).toBe(2)
    session.free()
    again.free()
    expect(model.memory.states).toBe(0)
  })

  test('memory given back serves the sessions that follow, which start anew', () => {
    const first = decipherer.createSession()
    first.push('xyz')
    first.free()
    const { bytes } = model.memory
    for (let i = 0; i < 10_000; i++) {
      const session = decipherer.createSession()
      if (i === 9999) expect(finalText(session.push('gdwd'))).toBe('data')
      session.free()
    }
    expect(model.memory.bytes).toBe(bytes)
  })
})

test('a freed session takes nothing and gives nothing', () => {
  const session = createDecipherer({ cipher: 'caesar', key: '3' }).createSession()
  session.push('g\ud83d')
  session.free()
  expect(() => session.push('d')).toThrow(SessionEndedError)
  expect(() => session.snapshot()).toThrow(SessionEndedError)
  expect(session.flush()).toEqual([])
})
