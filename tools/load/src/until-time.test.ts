import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { untilTime } from './until-time.ts'

test('a signal aborts in time though memory is collected and nobody listens', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const signal = untilTime(200, new AbortController().signal)
  for (let i = 0; i < 10; i++) {
    collect()
    await setTimeout(50)
  }
  expect(signal.reason).toMatchObject({ name: 'TimeoutError' })
})

test('it aborts with the other one', () => {
  const stop = new AbortController()
  const signal = untilTime(60_000, stop.signal)
  expect(signal.aborted).toBe(false)
  stop.abort()
  expect(signal.aborted).toBe(true)
  expect(untilTime(60_000, stop.signal).aborted).toBe(true)
})
