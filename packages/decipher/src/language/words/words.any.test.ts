import { sealFile } from '@runnel/rnn-model'
import { describe, expect, test } from 'vitest'
import { encodeWords } from './encode-words.ts'
import { loadWords } from './load-words.ts'

test('words come back in the order of the alphabet, each once', async () => {
  const { name, words } = await loadWords(await encodeWords('few', ['sea', 'ship', 'seal', 'sea', 'a']))
  expect({ name, words }).toEqual({ name: 'few', words: ['a', 'sea', 'seal', 'ship'] })
})

test.each(['Sea', 'café', '', 'x'.repeat(32)])('%j is no word', async (word) => {
  await expect(encodeWords('few', [word])).rejects.toThrow('no word')
})

describe('a file that is none is refused', () => {
  test('altered, or cut short', async () => {
    const bytes = await encodeWords('few', ['sea', 'ship'])
    await expect(loadWords(bytes.with(40, 0))).rejects.toThrow('sha256')
    await expect(loadWords(bytes.subarray(0, 60))).rejects.toThrow('length')
  })

  const header = { name: 'few', words: 1, length: 4 }
  test.each([
    ['no words', { ...header, words: 0 }, [0, 97, 98, 99]],
    ['too many', { ...header, length: 99 }, [0, 97, 98, 99]],
    ['another number of them', { ...header, words: 2 }, [0, 97, 98, 99]],
    ['in no order', { ...header, words: 2 }, [0, 98, 0, 97]],
    ['of no letters', header, [0, 97, 48, 99]],
    ['that share more than there is', header, [1, 97, 98, 99]],
  ])('%s', async (_, given, bytes) => {
    const stream = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(new CompressionStream('deflate'))
    const payload = new Uint8Array(await new Response(stream).arrayBuffer())
    await expect(loadWords(await sealFile('RNLW', 1, given, payload))).rejects.toThrow(/header|payload/)
  })
})
