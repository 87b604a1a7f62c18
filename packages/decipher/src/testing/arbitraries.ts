import fc from 'fast-check'

/** Text as it comes: letters of both cases, digits, punctuation, other scripts, emoji, lone surrogates. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCXYZ .,\n') }),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('😀', '\ud83d', '\ude00', '\ufeff', 'é', '42', 'Жук', '\u2028'),
      },
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

/** The same text cut into chunks, some of them empty: as text (anywhere) or as bytes of UTF-8 (anywhere). */
export const chunked: fc.Arbitrary<{ text: string; chunks: (string | Uint8Array)[] }> = fc
  .record({ text: anyText, cuts: fc.array(fc.nat(), { maxLength: 20 }), asBytes: fc.boolean() })
  .map(({ text, cuts, asBytes }) => {
    if (!asBytes) return { text, chunks: cut(text, cuts) }
    const bytes = new TextEncoder().encode(text)
    return { text: new TextDecoder().decode(bytes), chunks: cut(bytes, cuts) }
  })

/** Cuts text or bytes at some places, taken modulo the length. */
export const cut = <T extends string | Uint8Array>(whole: T, cuts: readonly number[]): T[] => {
  const ends = [...cuts.map((place) => place % (whole.length + 1)), whole.length].sort((a, b) => a - b)
  return ends.map((end, i) => whole.slice(i === 0 ? 0 : ends[i - 1], end) as T)
}
