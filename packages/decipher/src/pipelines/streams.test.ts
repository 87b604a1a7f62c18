import type { Chunk } from '@runnel/core'
import { expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { createDecipherStream, finalText } from './streams.ts'

interface Buffers {
  from(bytes: readonly number[]): Uint8Array
  from(text: string): Uint8Array
}
interface NodeStream extends AsyncIterable<string> {
  setEncoding(encoding: 'utf8'): void
  pipe(destination: NodeStream): NodeStream
}
interface NodeStreams {
  Readable: { from(chunks: Iterable<unknown>): NodeStream }
  Duplex: { fromWeb(pair: TransformStream<Chunk, string>): NodeStream }
}
interface NodeGlobals {
  Buffer: Buffers
  process: { getBuiltinModule(name: 'node:stream'): NodeStreams }
}
const { Buffer, process } = globalThis as unknown as NodeGlobals
const { Readable, Duplex } = process.getBuiltinModule('node:stream')
const decipherer = createDecipherer({ cipher: 'caesar', key: '3' })

test('through a pipe of Node streams, in Buffers cut inside code points', async () => {
  const bytes = Buffer.from('L Olnh Dssohv 😀, €')
  const chunks = Array.from({ length: bytes.length }, (_, i) => bytes.subarray(i, i + 1))
  const plaintext = Readable.from(chunks).pipe(Duplex.fromWeb(createDecipherStream(decipherer)))
  plaintext.setEncoding('utf8')
  let text = ''
  for await (const part of plaintext) text += part
  expect(text).toBe('I Like Apples 😀, €')
})

test('a Buffer may be filled again, as readers of files do', () => {
  const session = decipherer.createSession()
  const buffer = Buffer.from([0x64, 0xf0, 0x9f])
  let text = finalText(session.push(buffer))
  buffer.fill(0x98)
  text += finalText(session.push(buffer.subarray(0, 1)))
  buffer.fill(0x80)
  text += finalText(session.push(buffer.subarray(0, 1)))
  expect(text).toBe('a😀')
})
