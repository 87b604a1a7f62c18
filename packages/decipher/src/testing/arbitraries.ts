import { type Chunk, LATIN, readChunk } from '@runnel/core'
import { bytesAsText } from '@runnel/core/ciphers'
import fc from 'fast-check'

/** Code points that no UTF-16 text has alone: halves of pairs. */
const [HALVES_FROM, HALVES] = [0xd800, 0x800]

/**
 * Any code point but half a pair. The values of fast-check's unit `binary`, which lists all of them for a second, and in
 * 190 MB, before the first is made.
 */
const anyCharacter: fc.Arbitrary<string> = fc.integer({ min: 0, max: 0x10ffff - HALVES }).map(
  (index) => String.fromCodePoint(index < HALVES_FROM ? index : index + HALVES),
  (character) => {
    const point = typeof character === 'string' ? character.codePointAt(0) : undefined
    if (point === undefined || String.fromCodePoint(point) !== character) throw new Error('no character')
    return point < HALVES_FROM ? point : point - HALVES
  },
)

/** Text in groups of one to eight letters, parted by spaces, hyphens or line ends, perhaps with something before it. */
const groups: fc.Arbitrary<string> = fc
  .record({
    head: fc.constantFrom('', '', '\n', '"', '1. ', 'MSG: '),
    letters: fc.string({ unit: fc.constantFrom(...LATIN.toUpperCase()), minLength: 12, maxLength: 40 }),
    size: fc.integer({ min: 1, max: 8 }),
    separator: fc.constantFrom(' ', '-', '\n', '\r\n'),
  })
  .map(({ head, letters, size, separator }) => {
    const parts = letters.match(new RegExp(`.{1,${size}}`, 'g')) ?? []
    return head + parts.join(separator)
  })

/** Text as it comes: letters of both cases, groups, digits, punctuation, other scripts, emoji, lone surrogates. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.string({ unit: fc.constantFrom(...LATIN, ...LATIN.toUpperCase(), ...' .,\n') }),
      },
      { weight: 1, arbitrary: fc.string({ unit: anyCharacter }) },
      { weight: 1, arbitrary: groups },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '😀',
          'e\u0301',
          '\ud83d',
          '\ude00',
          '\ufeff',
          'é',
          '42',
          'Жук',
          '\u2028',
          '\0',
        ),
      },
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

/** Bytes as they come: the UTF-8 of some text; with code points cut short, and bytes that are no UTF-8. */
export const anyBytes: fc.Arbitrary<Uint8Array> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: anyText.map((text) => [...new TextEncoder().encode(text)]) },
      {
        weight: 1,
        arbitrary: fc.constantFrom([0xef, 0xbb, 0xbf], [0xe2, 0x82], [0xf0, 0x9f, 0x98], [0xed, 0xa0, 0x80]),
      },
      { weight: 1, arbitrary: fc.array(fc.nat(255), { maxLength: 4 }) },
    ),
    { maxLength: 4 },
  )
  .map((parts) => Uint8Array.from(parts.flat()))

/** Cuts text or bytes at some places, taken modulo the length: empty pieces too, bytes as views of one buffer. */
export const cut = <Whole extends string | Uint8Array>(whole: Whole, cuts: readonly number[]): Whole[] => {
  const ends = [...cuts.map((place) => place % (whole.length + 1)), whole.length].sort((a, b) => a - b)
  return ends.map((end, i) => {
    const start = i === 0 ? 0 : ends[i - 1]
    return (typeof whole === 'string' ? whole.slice(start, end) : whole.subarray(start, end)) as Whole
  })
}

/** The smallest pieces: bytes, or UTF-16 units; before them an empty one. */
export const shred = <Whole extends string | Uint8Array>(whole: Whole): Whole[] =>
  cut(
    whole,
    Array.from({ length: whole.length }, (_, i) => i),
  )

const cutAnywhere = <Whole extends string | Uint8Array>(whole: fc.Arbitrary<Whole>): fc.Arbitrary<Whole[]> =>
  fc.tuple(whole, fc.array(fc.nat(), { maxLength: 20 })).map(([uncut, cuts]) => cut(uncut, cuts))

/** Text, cut anywhere into chunks, some of them empty. */
export const textChunks: fc.Arbitrary<string[]> = cutAnywhere(anyText)

/** Bytes, cut anywhere into chunks, some of them empty. */
export const byteChunks: fc.Arbitrary<Uint8Array[]> = cutAnywhere(anyBytes)

/** Bytes as a buffer of their own, or as a view that is no Uint8Array. */
const inAnotherForm = (bytes: Uint8Array, index: number): Chunk =>
  index % 2 === 0 ? bytes.slice().buffer : new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Text, bytes in all forms, or some of both in one stream, cut anywhere into chunks, some of them empty. */
export const anyChunks: fc.Arbitrary<Chunk[]> = fc.oneof(
  { weight: 2, arbitrary: textChunks },
  { weight: 2, arbitrary: byteChunks },
  { weight: 1, arbitrary: byteChunks.map((chunks) => chunks.map(inAnotherForm)) },
  {
    weight: 1,
    arbitrary: fc.array(fc.oneof(textChunks, byteChunks), { maxLength: 4 }).map((streams) => streams.flat()),
  },
)

/**
 * The text that chunks stand for, as TextDecoder reads it: bytes next to one another are one piece of UTF-8,
 * and a byte order mark is dropped where the stream starts with it. Bytes that are to stay bytes are a unit each.
 */
export const textOf = (chunks: readonly Chunk[], carries?: 'bytes'): string => {
  let text = ''
  let bytes: number[] = []
  const decodeBytes = () => {
    text += new TextDecoder('utf-8', { ignoreBOM: text.length > 0 }).decode(Uint8Array.from(bytes))
    bytes = []
  }
  for (const chunk of chunks) {
    const piece = readChunk(chunk)
    if (typeof piece !== 'string' && carries) text += bytesAsText(piece)
    else if (typeof piece !== 'string') bytes.push(...piece)
    else if (piece.length > 0) {
      decodeBytes()
      text += piece
    }
  }
  decodeBytes()
  return text
}
