import { ModelFormatError, openFile, sealFile } from '@runnel/rnn-model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallCounts } from '../../testing/small-counts.ts'
import { KIND } from './constants.ts'
import { encodeCounts } from './encode-counts.ts'
import { loadCounts } from './load-counts.ts'

const definition = smallCounts()

/** Counts with another header or payload, sealed well. */
const resealed = async (header: object, payload?: (bytes: Uint8Array) => Uint8Array): Promise<Uint8Array> => {
  const file = await openFile(await encodeCounts(definition), KIND)
  const before = JSON.parse(new TextDecoder().decode(file.header))
  const stream = new Blob([file.payload as Uint8Array<ArrayBuffer>]).stream()
  const inflated = stream.pipeThrough(new DecompressionStream('deflate'))
  const bytes = new Uint8Array(await new Response(inflated).arrayBuffer())
  const changed = payload?.(bytes) ?? bytes
  const deflated = new Blob([changed as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new CompressionStream('deflate'))
  const after = { ...before, length: changed.length, ...header }
  return sealFile(KIND.magic, 1, after, new Uint8Array(await new Response(deflated).arrayBuffer()))
}
const refusal = async (bytes: Uint8Array): Promise<string> => {
  const error = await loadCounts(bytes).catch((reason) => reason)
  expect(error).toBeInstanceOf(ModelFormatError)
  return error.field
}

test('the same, sealed again, is read', async () => {
  expect(await resealed({})).toEqual(await encodeCounts(definition))
})

test('any byte altered', async () => {
  const file = await encodeCounts(definition)
  for (let at = 0; at < file.length; at++) {
    const altered = file.slice()
    altered[at] ^= 1
    expect(await refusal(altered)).toMatch(/magic|version|length|header|sha256/)
  }
})

test.each<[string, object]>([
  ['no name', { name: undefined }],
  ['no tokenizer', { tokenizer: null }],
  ['an alphabet with a letter twice', { tokenizer: { alphabet: 'aa' } }],
  [
    'an alphabet that no byte can count',
    {
      tokenizer: {
        alphabet: Array.from({ length: 300 }, (_, i) => String.fromCharCode(0x4e00 + i)).join(''),
      },
    },
  ],
  ['a depth of 9', { depth: 9 }],
  ['half a context', { contexts: 2.5 }],
  ['more contexts than memory is wasted on', { contexts: 2 ** 30 }],
  ['more rows than contexts', { rows: 4 }],
  ['a length that no tree of so many contexts has', { length: 1e9 }],
])('%s', async (_, header) => {
  expect(await refusal(await resealed(header))).toBe('header')
})

test.each<[string, object, ((bytes: Uint8Array) => Uint8Array)?]>([
  ['another length', { length: 10 }],
  ['fewer contexts', { contexts: 2, rows: 2 }],
  ['more contexts', { contexts: 4 }],
  ['fewer rows', { rows: 2 }],
  ['a depth too small', { depth: 1 }],
  ['bytes behind the tree', {}, (bytes) => Uint8Array.of(...bytes, 0)],
  ['a tree cut short', {}, (bytes) => bytes.slice(0, -1)],
  ['a step of no size', {}, (bytes) => bytes.map((byte, i) => (i === 8 ? 1 : byte))],
  ['an id too large', {}, (bytes) => bytes.map((byte, i) => (i === 4 ? 9 : byte))],
])('%s', async (_, header, payload) => {
  expect(await refusal(await resealed(header, payload))).toBe('payload')
})

test('a payload that is not deflated', async () => {
  const { header, payload } = await openFile(await encodeCounts(definition), KIND)
  const json = JSON.parse(new TextDecoder().decode(header))
  expect(await refusal(await sealFile(KIND.magic, 1, json, payload.slice(4)))).toBe('payload')
})

test('any bytes at all in place of the tree end in an answer or a refusal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), async (bytes) => {
      const error = await resealed({}, () => bytes)
        .then(loadCounts)
        .catch((reason) => reason)
      if (error instanceof Error) expect(error).toBeInstanceOf(ModelFormatError)
    }),
  )
})
