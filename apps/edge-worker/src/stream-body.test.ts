import { createDecipherer, type DecipherSession } from '@runnel/decipher'
import { findModel } from '@runnel/models'
import { loadModel } from '@runnel/rnn-model'
import * as v from 'valibot'
import { beforeEach, expect, test } from 'vitest'
import { ceilingsSchema } from './ceilings.ts'
import { decipherMapping, type MediaType } from './decipher-body.ts'
import { plainMeter } from './shared-decipherers.ts'
import { mapBody } from './stream-body.ts'
import { systemClock } from './stream-watch.ts'
import { manualClock } from './testing/manual-clock.ts'
import { PIECE_WORK, STEP } from './work/constants.ts'
import { Job } from './work/job.ts'
import { Turns } from './work/turns.ts'

const model = await loadModel(await findModel('english'))
const { createSession } = createDecipherer({ model })
const ciphertext = new TextEncoder().encode('Aol tvyupun dhz jvsk')

const decipherBody = (
  body: ReadableStream<Uint8Array>,
  session: DecipherSession,
  type: MediaType,
  charge = (_work: number) => {},
) => {
  const ceilings = v.parse(ceilingsSchema(), {})
  return mapBody(body, decipherMapping(session, type, ceilings.events, { ended: () => {} }), {
    ceilings,
    clock: systemClock,
    job: new Job({ turns: new Turns(), meter: plainMeter, begun: () => {}, charge }),
  })
}

beforeEach(() => expect(model.memory.states).toBe(0))

test('states are given back when the body ends', async () => {
  const answer = decipherBody(new Blob([ciphertext]).stream(), createSession(), 'text/plain')
  expect(await new Response(answer).text()).toBe('The morning was cold')
  expect(model.memory.states).toBe(0)
})

test('states are given back when the client leaves', async () => {
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(ciphertext) })
  const reader = decipherBody(endless, createSession(), 'application/x-ndjson').getReader()
  await reader.read()
  expect(model.memory.states).toBeGreaterThan(0)
  await reader.cancel()
  expect(model.memory.states).toBe(0)
})

test('signs of life in a body are charged, each as a piece of its own', async () => {
  let pulled = 0
  const newlines = new ReadableStream({
    pull: (controller) => (pulled++ < 100 ? controller.enqueue(Uint8Array.of(0x0a)) : controller.close()),
  })
  let charged = 0
  const answer = decipherBody(newlines, createSession(), 'application/x-ndjson', (work) => {
    charged += work
  })
  await new Response(answer).text()
  expect(charged).toBeGreaterThan(100 * PIECE_WORK)
  expect(charged).toBeLessThan(102 * PIECE_WORK)
})

test('states are given back when the body breaks off', async () => {
  let pulled = 0
  const broken = new ReadableStream({
    pull(controller) {
      if (pulled++ === 0) controller.enqueue(ciphertext)
      else controller.error(new Error('gone'))
    },
  })
  const reader = decipherBody(broken, createSession(), 'application/x-ndjson').getReader()
  await reader.read()
  await expect(reader.read()).rejects.toThrow('gone')
  expect(model.memory.states).toBe(0)
})

test('a text that is worked on for long is not idle', async () => {
  const clock = manualClock()
  let steps = 0
  const mapping = {
    *push() {
      for (let i = 0; i < 4; i++) {
        steps += STEP
        void clock.advance(90_000)
        yield
      }
    },
    take: () => '',
    flush: () => 'read',
    ended: () => {},
  }
  const answer = mapBody(new Blob([ciphertext]).stream(), mapping, {
    ceilings: v.parse(ceilingsSchema(), { idle: 120_000 }),
    clock,
    job: new Job({
      turns: new Turns(),
      meter: { letter: 0, steps: () => steps },
      begun: () => {},
      charge: () => {},
    }),
  })
  expect(await new Response(answer).text()).toMatch(/^(read)+$/)
})
