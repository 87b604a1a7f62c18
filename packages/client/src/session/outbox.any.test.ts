import { expect, test } from 'vitest'
import { Outbox } from './outbox.ts'

const seqs = (messages: readonly string[]): number[] => messages.flatMap((text) => JSON.parse(text).seq ?? [])

const filled = (count: number): Outbox => {
  const outbox = new Outbox(0, 1000)
  for (let i = 0; i < count; i++) outbox.add('x')
  return outbox
}

test('chunks are numbered, and each is sent once', () => {
  const outbox = filled(3)
  expect(seqs(outbox.take())).toEqual([0, 1, 2])
  expect(outbox.take()).toEqual([])
  outbox.add('y')
  outbox.addEnd()
  expect(outbox.take().map((text) => JSON.parse(text))).toEqual([
    { type: 'chunk', seq: 3, text: 'y' },
    { type: 'end', seq: 4 },
  ])
})

test('numbers go on from where a session was left', () => {
  const outbox = new Outbox(7, 1000)
  expect(outbox.next).toBe(7)
  outbox.add('x')
  expect(seqs(outbox.take())).toEqual([7])
})

test('what is not acknowledged is sent again on a new connection, and again on the one after', () => {
  const outbox = filled(4)
  outbox.take()
  outbox.accept(2)
  for (let drop = 0; drop < 2; drop++) {
    outbox.rewind()
    expect(seqs(outbox.take())).toEqual([2, 3])
  }
  outbox.accept(4)
  outbox.rewind()
  expect(outbox.take()).toEqual([])
})

test('after a gap it goes back once, however many chunks are refused for it', () => {
  const outbox = filled(5)
  outbox.take()
  outbox.accept(2)
  expect([outbox.goBack(2), outbox.goBack(2), outbox.goBack(2)]).toEqual([true, true, true])
  expect(seqs(outbox.take())).toEqual([2, 3, 4])
  expect(outbox.goBack(2)).toBe(true)
  expect(outbox.take()).toEqual([])
  outbox.accept(3)
  expect(outbox.goBack(3)).toBe(true)
  expect(seqs(outbox.take())).toEqual([3, 4])
})

test('what the service expects and is gone, or was never there, is not gone back to', () => {
  const outbox = filled(3)
  outbox.take()
  outbox.accept(2)
  expect([outbox.goBack(1), outbox.goBack(4), outbox.goBack(-1)]).toEqual([false, false, false])
})

test('what passed another once more is sent once more', () => {
  const outbox = filled(3)
  outbox.take()
  // 1 came before 0, and so it did when both were sent again.
  outbox.goBack(0)
  expect(seqs(outbox.take())).toEqual([0, 1, 2])
  outbox.goBack(0)
  expect(outbox.take()).toEqual([])
  outbox.accept(1)
  expect(seqs(outbox.take())).toEqual([1, 2])
})

test('long text is cut into chunks that the service takes', () => {
  const outbox = new Outbox(0, 10_000)
  outbox.add('€'.repeat(5000))
  const messages = outbox.take().map((text) => JSON.parse(text))
  expect(messages.map(({ text }) => text).join('')).toBe('€'.repeat(5000))
  for (const { text } of messages) expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(8 * 1024)
})

test('64 chunks are on their way at once', () => {
  const outbox = filled(100)
  expect(seqs(outbox.take()).length).toBe(64)
  outbox.accept(10)
  expect(seqs(outbox.take())).toEqual([64, 65, 66, 67, 68, 69, 70, 71, 72, 73])
})

test('nothing goes with a wish to settle, and nothing follows before it is acknowledged', () => {
  const outbox = filled(1)
  outbox.addSettle()
  outbox.add('y')
  expect(seqs(outbox.take())).toEqual([0])
  outbox.accept(1)
  expect(outbox.take().map((text) => JSON.parse(text))).toEqual([
    { type: 'settle' },
    { type: 'chunk', seq: 1, text: '' },
  ])
  expect(outbox.take()).toEqual([])
  outbox.accept(2)
  expect(seqs(outbox.take())).toEqual([2])
})

test('room is waited for until enough is acknowledged', async () => {
  const outbox = new Outbox(0, 10)
  outbox.add('x'.repeat(9))
  await outbox.room()
  outbox.add('x')
  let room = false
  const waiting = outbox.room().then(() => {
    room = true
  })
  outbox.take()
  await Promise.resolve()
  expect(room).toBe(false)
  outbox.accept(1)
  await waiting
})

test('stored waits for what was added before, and not for what comes after', async () => {
  const outbox = filled(2)
  const stored = outbox.stored()
  outbox.add('y')
  outbox.take()
  outbox.accept(2)
  await stored
})

test('who waits is told of a failure, and so is who asks later', async () => {
  const outbox = filled(1)
  const stored = outbox.stored()
  outbox.fail(new Error('gone'))
  await expect(stored).rejects.toThrow('gone')
  await expect(outbox.stored()).rejects.toThrow('gone')
})
