import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDecodingStream } from './decoding-stream.ts'
import type { Encoding } from './encoding.ts'
import { createEncodingStream } from './encoding-stream.ts'
import { encodings } from './list.ts'
import type { TextStream } from './text-stream.ts'
import { decodeText, encodeText } from './whole-text.ts'

/** Random texts for each law. What holds much of its text is slow to save, and is tried less. */
const slow = ['reversed', 'base58', 'gzip', 'zlib', 'deflate']
const runsOf = (name: string) => ({ numRuns: slow.includes(name) ? 15 : 60 })
const anyText = fc.string({ unit: 'binary', maxLength: 40 })
/** Halves of surrogate pairs among other characters. */
const halves = fc.string({ unit: fc.constantFrom('\ud83d', '\ude00', 'a', 'é'), maxLength: 12 })
const wordsOf = (letters: string): fc.Arbitrary<string> =>
  fc
    .array(fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 6 }), { maxLength: 5 })
    .map((words) => words.join(' '))
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const upper = (text: string): string => text.toUpperCase()

/** Texts that each encoding can write, and the form in which it gives them back; any text as it is unless listed. */
const writable: Record<string, { texts: fc.Arbitrary<string>; form: (text: string) => string }> = {
  morse: { texts: wordsOf(`${LETTERS}0123456789.,?'!/():;=+-_"$@&é`), form: upper },
  // The signs after its first number stand between letters.
  a1z26: { texts: wordsOf(LETTERS).map((text) => `ab${text}`), form: upper },
  a0z25: { texts: wordsOf(LETTERS).map((text) => `ab${text}`), form: upper },
  ...Object.fromEntries(
    ['polybius', 'polybius0', 'polybius-ae'].map((name) => [
      name,
      { texts: wordsOf(LETTERS), form: (text: string) => upper(text).replaceAll('J', 'I') },
    ]),
  ),
  ...Object.fromEntries(
    ['morse01', 'morse10'].map((name) => [
      name,
      { texts: wordsOf(`${LETTERS}0123456789.,?'!/():;=+-_"$@&é`), form: upper },
    ]),
  ),
  'morse-words': {
    texts: wordsOf(`${LETTERS}0123456789.,?'!/():;=+-_"$@&é`),
    form: upper,
  },
  'multi-tap': { texts: wordsOf(LETTERS), form: upper },
  grouped: { texts: anyText, form: (text) => text.replace(/\s/g, '') },
  'words-reversed': {
    texts: wordsOf(`${LETTERS}0123456789'-`).map((text) => text.replaceAll(' ', ', ')),
    form: (text) => text,
  },
  binary7: { texts: fc.string({ unit: 'binary-ascii', maxLength: 40 }), form: (text) => text },
  utf16le: { texts: anyText, form: (text) => text.replace(/^\ufeff/, '') },
  utf16be: { texts: anyText, form: (text) => text.replace(/^\ufeff/, '') },
  tap: { texts: wordsOf(LETTERS), form: (text) => upper(text).replaceAll('K', 'C') },
  bacon: { texts: wordsOf('abcdefghijklmnopqrstuvwxyzX'), form: (text) => baconOf(text) },
  'bacon-case': { texts: wordsOf('abcdefghijklmnopqrstuvwxyzX'), form: (text) => baconOf(text) },
  'bacon-case26': { texts: wordsOf(LETTERS), form: (text) => upper(text).replaceAll(' ', '') },
  'bacon-ba': { texts: wordsOf('abcdefghijklmnopqrstuvwxyzX'), form: (text) => baconOf(text) },
  'bacon26-ba': { texts: wordsOf(LETTERS), form: (text) => upper(text).replaceAll(' ', '') },
  bacon26: { texts: wordsOf(LETTERS), form: (text) => upper(text).replaceAll(' ', '') },
  braille: { texts: wordsOf(`${LETTERS}0123456789,;:.!?'-/`), form: (text) => text },
  punycode: { texts: wordsOf(`${LETTERS}0123456789éüßяж漢☃`), form: (text) => text },
  nato: { texts: wordsOf(`${LETTERS}0123456789`), form: upper },
}
const baconOf = (text: string): string =>
  upper(text).replaceAll(' ', '').replaceAll('J', 'I').replaceAll('V', 'U')

const all = Object.entries(encodings).map(([name, create]): [string, Encoding] => [name, create()])
const textsOf = (name: string) => writable[name] ?? { texts: anyText, form: (text: string) => text }
/** The whole output of a stream, and where it went wrong. */
type Told = [text: string, fault: string | undefined]
const run = (stream: TextStream, chunks: readonly string[]): Told => {
  const text = chunks.map((chunk) => stream.push(chunk)).join('') + stream.flush()
  return [text, stream.fault?.message]
}
const cut = (text: string, places: readonly number[]): string[] => {
  const at = places.map((place) => place % (text.length + 1)).sort((a, b) => a - b)
  return [0, ...at].map((from, i) => text.slice(from, [...at, text.length][i]))
}

describe.each(all)('%s', (name, encoding) => {
  const { texts, form } = textsOf(name)
  /** Texts as it writes them, also cut short and altered, and any text. */
  const ciphertexts = fc.oneof(
    texts.map((text) => encodeText(encoding, text)),
    fc
      .tuple(texts, fc.nat(), fc.constantFrom('', ' ', '\n', '=', 'A', '7', '%', '\\', '&', '~', '😀'))
      .map(([text, at, sign]) => {
        const written = encodeText(encoding, text)
        const place = at % (written.length + 1)
        return written.slice(0, place) + sign + written.slice(place).slice(at % 3)
      }),
    anyText,
    halves,
  )
  const streams = {
    encode: { of: createEncodingStream, texts: fc.oneof(texts, anyText, halves) },
    decode: { of: createDecodingStream, texts: ciphertexts },
  }

  test('is named as it is listed', () => expect(encoding.name).toBe(name))

  test('what it writes it reads', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(decodeText(encoding, encodeText(encoding, text))).toBe(
          form(text).replace(/^\ufeff/, (mark) => (encoding.carries === 'bytes' ? '' : mark)),
        )
      }),
      runsOf(name),
    )
  })

  test.each(['encode', 'decode'] as const)(
    '%s: however it is cut, the output and the fault are the same',
    (direction) => {
      const { of, texts } = streams[direction]
      fc.assert(
        fc.property(texts, fc.array(fc.nat(), { maxLength: 6 }), (text, places) => {
          expect(run(of(encoding), cut(text, places))).toEqual(run(of(encoding), [text]))
          expect(run(of(encoding), text.split(''))).toEqual(run(of(encoding), [text]))
        }),
        runsOf(name),
      )
    },
  )

  test.each(['encode', 'decode'] as const)(
    '%s: saved after every unit, it goes on as if never interrupted',
    (direction) => {
      const { of, texts } = streams[direction]
      fc.assert(
        fc.property(texts, (text) => {
          let stream = of(encoding)
          let told = ''
          for (const unit of text.split('')) {
            told += stream.push(unit)
            if (stream.fault) break
            const saved = stream.save()
            stream = of(encoding, saved)
            expect(stream.save()).toEqual(saved)
            saved.fill(9)
          }
          told += stream.flush()
          expect([told, stream.fault?.message]).toEqual(run(of(encoding), [text]))
        }),
        runsOf(name),
      )
    },
  )
})
