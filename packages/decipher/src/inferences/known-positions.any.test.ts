import { createVigenere } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import type { DecipherEvent } from '../session/events.ts'
import { createBigramModel, createSampleCounts } from '../testing/index.ts'
import { keyFinders } from './cipher-named.ts'

const plaintext =
  'the river comes down from the hills in spring and carries the snow of the winter with it to the sea. '
const net = createBigramModel(plaintext.repeat(3))
const counts = await createSampleCounts(plaintext.repeat(3))
const ciphertext = createVigenere().encrypt('winter in th', { key: 'LEMONADE' })

const reading = (known?: Record<string, string> | string): { session: string; moved: string } => {
  const decipherer = createDecipherer({ model: net, counts, cipher: keyFinders.vigenere({ known }) })
  const readAll = (moves: boolean): string => {
    let session = decipherer.createSession()
    const events: DecipherEvent[] = []
    for (const unit of ciphertext) {
      events.push(...session.push(unit))
      if (moves) session = decipherer.createSession(session.snapshot())
    }
    return finalText([...events, ...session.flush()])
  }
  return { session: readAll(false), moved: readAll(true) }
}

test('plaintext letters that are known narrow the key, in another place too', () => {
  const known = { 0: 'w', 1: 'i', 3: 't', 4: 'e', 5: 'r', 7: 'i', 8: 'n' }
  const right = { session: 'winter in th', moved: 'winter in th' }
  expect(reading(known)).toEqual(right)
  expect(reading('0=w,1=I 3=t,4=e,5=r,7=i,8=n')).toEqual(right)
  expect(reading().session).not.toBe(right.session)
})

test.each(['w=0', '0=ww', '0=', '-1=e', '0=e,0=f', '0=?'])('%j are no letters at positions', (known) => {
  expect(() => reading(known)).toThrow('known: expected a letter for each position')
})
