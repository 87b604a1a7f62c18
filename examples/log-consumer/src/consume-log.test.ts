import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createRandom } from '@runnel/core'
import { createDecipherer } from '@runnel/decipher'
import { caesar3 } from '@runnel/models/caesar-3'
import { loadModel } from '@runnel/rnn-model'
import { afterAll, expect, test } from 'vitest'
import { consumeLog, type LogRecord } from './consume-log.ts'
import { openStore } from './store.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'runnel-log-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ciphertext = 'Lw zdv wkh ehvw ri wlphv, lw zdv wkh zruvw ri wlphv, lw zdv wkh djh ri zlvgrp.'
const chunks = ciphertext.match(/.{1,3}/g) ?? []
/** Two subjects by turns, the second one behind. */
const log = chunks.flatMap((chunk, i): LogRecord[] => [
  { offset: 3 * i + 1, subject: 'a', chunk },
  { offset: 3 * i + 2, subject: 'b/c', chunk: chunks[(i || 1) - 1] as string },
])

test('stopped again and again, and told more than once, it stores what it stores when left alone', async () => {
  const decipherer = createDecipherer({ model: await loadModel(caesar3) })
  const random = createRandom(1)
  /** The log from some place before the end of what was read, up to where it stops. */
  async function* part(from: number, count: number): AsyncGenerator<LogRecord> {
    for (const record of log.slice(from, from + count)) yield record
    if (from + count < log.length) throw new Error('stopped')
  }
  const alone = openStore(path.join(folder, 'alone'))
  await consumeLog(part(0, log.length), decipherer, alone)
  const stored = () => openStore(path.join(folder, 'stopped'))
  for (let read = 0, stops = 0; read < log.length; stops++) {
    const from = Math.max(0, read - random.integer(5))
    const count = 1 + random.integer(12)
    await consumeLog(part(from, count), decipherer, stored()).catch(({ message }) =>
      expect(message).toBe('stopped'),
    )
    // Killed between the text and its checkpoint.
    appendFileSync(path.join(folder, 'stopped', 'a.txt'), 'more')
    read = Math.max(read, Math.min(log.length, from + count))
    expect(stored().latest()).toBe(log[read - 1]?.offset)
    expect(stops).toBeLessThan(100)
  }
  for (const subject of ['a', 'b/c']) expect(stored().open(subject)).toEqual(alone.open(subject))
  const textOf = (place: string, name: string) =>
    readFileSync(path.join(folder, place, `${name}.txt`), 'utf8')
  expect(textOf('stopped', 'b%2Fc')).toBe(textOf('alone', 'b%2Fc'))
  expect(textOf('stopped', 'a')).toBe(textOf('alone', 'a'))
  expect(textOf('stopped', 'a')).toMatch(/^It was the best of times, it was the worst of times, it was/)
})
