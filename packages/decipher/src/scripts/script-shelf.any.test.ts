import { expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { encodingOf } from '../encodings/encoding-of.ts'
import type { OtherScript } from './script-of.ts'
import { createScriptShelf } from './script-shelf.ts'

const decipherer = createDecipherer({ cipher: 'caesar', key: '3' })
const shelf = (encoding?: string) => {
  const asked: OtherScript[] = []
  const made = createScriptShelf(
    async (script) => {
      asked.push(script)
      return decipherer
    },
    encoding === undefined ? undefined : encodingOf(encoding),
  )
  return { ...made, asked }
}
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

test('a script is opened when letters of it come, once, as text or as bytes', async () => {
  for (const chunk of ['«Тулезх»', utf8('«Тулезх»'), utf8('Hint: ґ')]) {
    const { bring, of, asked } = shelf()
    expect(of('cyrillic')).toBe(undefined)
    await bring(chunk)
    expect(bring(chunk)).toBe(undefined)
    expect(of('cyrillic')).toBe(decipherer)
    expect(asked).toEqual(['cyrillic'])
  }
  const greek = shelf()
  await greek.bring(utf8('ώ'))
  expect(greek.asked).toEqual(['greek'])
})

test('text in Latin letters, with marks and signs, opens nothing and waits for nothing', () => {
  const { bring, asked } = shelf()
  for (const text of ['Grüße — “naïve” café 😀 5 µm', 'ąęłż', '日本']) {
    expect([bring(text), bring(utf8(text))]).toEqual([undefined, undefined])
  }
  expect(asked).toEqual([])
})

test('what comes late in a text opens nothing', () => {
  const { bring } = shelf()
  bring('a'.repeat(1023))
  expect(bring('aТулезх')).toBe(undefined)
})

test('a script inside an encoding is opened when it comes out, at the end where it waits until then', async () => {
  const written = Array.from(utf8('Тулезх, пгн жзог?'), (byte) => byte.toString(16)).join('')
  for (const chunk of [written, utf8(written)]) {
    const early = shelf('hex')
    await early.bring(chunk)
    expect(early.asked).toEqual(['cyrillic'])
    const late = shelf('auto')
    const short = chunk.slice(0, 24)
    expect([late.bring(short), late.of('cyrillic')]).toEqual([undefined, undefined])
    await late.bringLast()
    expect([late.bringLast(), late.of('cyrillic')]).toEqual([undefined, decipherer])
  }
})

test('what is in no such encoding opens nothing, and is no error here', () => {
  const { bring, bringLast, asked } = shelf('hex')
  expect([bring('4z'), bring('48'), bringLast()]).toEqual([undefined, undefined, undefined])
  expect(shelf().bringLast()).toBeUndefined()
  expect(asked).toEqual([])
})
