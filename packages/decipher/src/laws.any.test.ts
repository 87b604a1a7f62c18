import { describe, expect, test } from 'vitest'
import { createDecipherer, type Decipherer } from './decipherer.ts'
import { createDecipherEventStream, createDecipherStream, finalText } from './streams.ts'
import { createFixedShiftModel, laws, type Skin } from './testing/index.ts'

const deciphererOf: Record<string, () => Decipherer> = {
  'a key': () => createDecipherer({ cipher: 'caesar', key: { shift: 3 } }),
  'a net': () => createDecipherer({ model: createFixedShiftModel(3) }),
}

const through = async <T>(
  chunks: readonly (string | Uint8Array)[],
  transform: TransformStream<string | Uint8Array, T>,
): Promise<T[]> => {
  const source = new ReadableStream<string | Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })
  const reader = source.pipeThrough(transform).getReader()
  const values: T[] = []
  for (let next = await reader.read(); !next.done; next = await reader.read()) values.push(next.value)
  return values
}

const skinsOf = (decipherer: Decipherer): Record<string, Skin> => {
  const session = async (chunks: readonly (string | Uint8Array)[]) => {
    const open = decipherer.createSession()
    return [...chunks.flatMap((chunk) => open.push(chunk)), ...open.flush()]
  }
  const events = (chunks: readonly (string | Uint8Array)[]) =>
    through(chunks, createDecipherEventStream(decipherer))
  return {
    session: { text: async (chunks) => finalText(await session(chunks)), events: session },
    'event stream': { text: async (chunks) => finalText(await events(chunks)), events },
    'text stream': {
      text: async (chunks) => (await through(chunks, createDecipherStream(decipherer))).join(''),
    },
  }
}

for (const [name, create] of Object.entries(deciphererOf)) {
  for (const [skinName, skin] of Object.entries(skinsOf(create()))) {
    describe(`${skinName} with ${name}`, () => {
      test.each(laws())('$name', ({ check }) => check(skin))
    })
  }
}

test('chunks of 1 MB give what chunks of 1 KB give', () => {
  const text = 'L Olnh Dssohv, 😀! '.repeat(120_000)
  const inChunks = (size: number) => {
    const session = createDecipherer({ cipher: 'caesar', key: { shift: 3 } }).createSession()
    const parts: string[] = []
    for (let from = 0; from < text.length; from += size)
      parts.push(finalText(session.push(text.slice(from, from + size))))
    return parts.join('') + finalText(session.flush())
  }
  expect(inChunks(1 << 20) === inChunks(1 << 10)).toBe(true)
  expect(inChunks(1 << 20).slice(0, 19)).toBe('I Like Apples, 😀! ')
})

test('the laws can fail: a skin that forgets to flush breaks them', async () => {
  const forgetful: Skin = {
    text: async (chunks) => {
      const session = deciphererOf['a key']().createSession()
      return chunks.map((chunk) => finalText(session.push(chunk))).join('')
    },
  }
  await expect(laws(2000)[0].check(forgetful)).rejects.toThrow('Property failed')
})
