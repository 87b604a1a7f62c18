import { expect, test } from 'vitest'
import { Inbox } from './inbox.ts'
import type { SessionEvent } from './session-event.ts'

const final = (offset: number): SessionEvent => ({
  type: 'final',
  id: `e-${offset}`,
  start: offset - 1,
  text: 'x',
})
const interim = (text: string): SessionEvent => ({ type: 'interim', start: 0, text })

const take = async (inbox: Inbox): Promise<SessionEvent | undefined> => (await inbox.next()).value

test('events come in order, whether they were waited for or not', async () => {
  const inbox = new Inbox(undefined, () => {})
  const first = take(inbox)
  inbox.add(final(1))
  inbox.add(final(2))
  expect(await first).toEqual(final(1))
  expect(await take(inbox)).toEqual(final(2))
})

test('an event counts as read when the next is asked for', async () => {
  const read: string[] = []
  const inbox = new Inbox(undefined, (id) => read.push(id))
  inbox.add(final(1))
  inbox.add(final(2))
  await take(inbox)
  expect(read).toEqual([])
  await take(inbox)
  expect(read).toEqual(['e-1'])
})

test('the last event that came and the last that was given are told apart', async () => {
  const inbox = new Inbox('e-0', () => {})
  expect([inbox.lastReceived, inbox.lastGiven]).toEqual(['e-0', 'e-0'])
  inbox.add(final(1))
  inbox.add(final(2))
  await take(inbox)
  inbox.add(interim('a'))
  expect([inbox.lastReceived, inbox.lastGiven]).toEqual(['e-2', 'e-1'])
})

test('of interim text that nobody has read, the latest is kept', async () => {
  const inbox = new Inbox(undefined, () => {})
  for (const text of ['a', 'ab', 'abc']) inbox.add(interim(text))
  inbox.end()
  expect(await take(inbox)).toEqual(interim('abc'))
  expect(await take(inbox)).toBeUndefined()
})

test('a mark is reached when everything before it has been given', async () => {
  const reached: number[] = []
  const inbox = new Inbox(undefined, () => {})
  inbox.addMark(() => reached.push(0))
  expect(reached).toEqual([0])
  inbox.add(final(1))
  inbox.addMark(() => reached.push(1))
  inbox.add(final(2))
  expect(reached).toEqual([0])
  await take(inbox)
  expect(reached).toEqual([0, 1])
})

test('after the end, and after a failure, what waits is given first', async () => {
  const inbox = new Inbox(undefined, () => {})
  inbox.add(final(1))
  inbox.fail(new Error('gone'))
  inbox.end()
  expect(await take(inbox)).toEqual(final(1))
  await expect(inbox.next()).rejects.toThrow('gone')
})

test('there is no room while much waits to be read', async () => {
  const inbox = new Inbox(undefined, () => {})
  for (let offset = 1; offset <= 256; offset++) inbox.add(final(offset))
  let room = false
  const waiting = inbox.room().then(() => {
    room = true
  })
  await Promise.resolve()
  expect(room).toBe(false)
  await take(inbox)
  await waiting
})
