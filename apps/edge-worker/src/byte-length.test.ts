import { expect, test } from 'vitest'
import { byteLength } from './byte-length.ts'

const pieces = ['', 'a', '\u007f', '\u0080', 'é', '\u07ff', '\u0800', '€', '\uffff', '😀', '\ud800', '\udfff']

test('the length of a text is that of its UTF-8, lone surrogates among it', () => {
  for (const one of pieces) {
    for (const other of pieces) {
      for (const text of [one + other, `${other}${one}x${other}`, `\ud83d${one}${other}`]) {
        expect(byteLength(text), JSON.stringify(text)).toBe(new TextEncoder().encode(text).length)
      }
    }
  }
})
