import { expect, test } from 'vitest'
import { createClient } from './create-client.ts'
import { settled } from './testing/fake-platform.ts'

/** A source that gives one piece and then nothing for ever, and says whether it was closed. */
const stuckSource = () => {
  const source = { closed: false }
  const readable = new ReadableStream<string>({
    start: (controller) => controller.enqueue('x'),
    cancel: () => {
      source.closed = true
    },
  })
  return { source, readable }
}

const client = createClient({ url: 'http://service', fetch: () => new Response('') })

test('a signal ends the gathering of a source', async () => {
  const { source, readable } = stuckSource()
  const controller = new AbortController()
  const flow = client.decipher(readable, { upload: 'whole', signal: controller.signal })
  const reading = flow[Symbol.asyncIterator]().next()
  await settled()
  controller.abort(new Error('enough'))
  await expect(reading).rejects.toThrow('enough')
  expect(source.closed).toBe(true)
})

test('so does leaving', async () => {
  const { source, readable } = stuckSource()
  const subscription = client.decipher(readable, { upload: 'whole' }).subscribe({})
  await settled()
  subscription.unsubscribe()
  await settled()
  expect(source.closed).toBe(true)
})
