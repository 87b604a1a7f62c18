import fc from 'fast-check'
import type { Operation } from './contract.ts'

/** Values that options may have: what no list names is drawn too, and refused. */
const values: Readonly<Record<string, readonly string[]>> = {
  cipher: [
    'auto',
    'caesar',
    'affine',
    'vigenere',
    'xor',
    'columnar',
    'route',
    'hill',
    'substitution',
    'rot47',
  ],
  key: ['3', '5,8', 'KEY', '00ff', '3-1-2', 'none', 'qwertyuiopasdfghjklzxcvbnm'],
  alphabet: ['ru', 'de', 'abcdefghijklmnopqrstuvwxyzß'],
  language: ['auto', 'de', 'en,de,fr', 'ru'],
  known: ['X=e,Q=u'],
  crib: ['BREAD,RIVER'],
  wheels: ['I-II-III'],
  flagFormat: ['picoCTF{', 'none'],
  model: ['english', 'caesar-3'],
  commit: ['0.51', '0.9999999'],
  maxDelay: ['0', '1', '512'],
  keyChange: ['0', '0.5', 'off'],
  encoding: ['auto', 'hex', 'base64', 'base64 > hex', 'morse'],
  candidates: ['1', '20'],
}

/** Values of an option that has no list of its own, as one has that is new. */
const others = ['auto', 'off', 'every', 'adaptive', '1', '20', '512', '0.5', 'true', 'ABC', 'a=b']

/** Queries of an operation, by what the document says that it takes. */
export const drawnQuery = ({ parameters }: Operation): fc.Arbitrary<URLSearchParams> => {
  const options = parameters.filter(({ in: place }) => place === 'query')
  const drawn = options.map(({ name, schema }) => {
    const own = (schema as { enum?: string[] }).enum ?? values[name] ?? schema.examples ?? others
    const value = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...own) }, fc.constantFrom(...others))
    return fc.option(value, { freq: 2, nil: undefined }).map((given) => [name, given] as const)
  })
  return fc
    .tuple(...drawn)
    .map((all) => new URLSearchParams(all.flatMap(([name, value]) => (value ? [[name, value]] : []))))
}

/** Texts of many kinds, those that take most bytes in JSON among them, and pieces that they come in. */
export const drawnPieces: fc.Arbitrary<Uint8Array[]> = fc
  .tuple(
    fc.constantFrom(
      ...['abcdefghijklmnopqrstuvwxyz', 'e', 'x ', 'A\u0002', '\u0001', '"\\', 'Khoor, zruog! ', 'a\n'],
      ...['0123456789abcdef ', 'QUJD+/==', '😀e\u0301é', 'жизнь ', '.- /', ' ', '{}', 'A1 '],
    ),
    fc.integer({ min: 0, max: 120 }),
    fc.nat(1000),
    fc.constantFrom(1, 2, 7, 1000),
  )
  .map(([symbols, length, seed, size]) => {
    const units = Array.from(symbols)
    const text = Array.from({ length }, (_, i) => units[(i * i * 7 + i * seed) % units.length]).join('')
    const bytes = new TextEncoder().encode(text)
    return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
      bytes.slice(i * size, (i + 1) * size),
    )
  })
