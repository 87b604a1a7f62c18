import { Duplex } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createDecipherer, createDecipherStream, type Decipherer, decipherIterable } from '@runnel/decipher'
import { caesar3 } from '@runnel/models/caesar-3'
import { loadModel } from '@runnel/rnn-model'

type WebPair = Parameters<typeof Duplex.fromWeb>[0]

/*
 * node examples/node-stdin/src/main.ts [iterable | compose | transform]: deciphers standard input as it comes.
 * Three ways to the same text; all read only as fast as standard output takes it.
 */
const ways: Record<string, (decipherer: Decipherer) => Promise<void>> = {
  // The plainest: a pipeline takes anything that can be iterated.
  iterable: (decipherer) =>
    pipeline(process.stdin, (source) => decipherIterable(decipherer, source), process.stdout),

  // A stream made of a stream and an iterable, for APIs that want a Readable.
  compose: (decipherer) =>
    pipeline(
      process.stdin.compose((source: AsyncIterable<Uint8Array>) => decipherIterable(decipherer, source)),
      process.stdout,
    ),

  // The Web Stream, turned into one of Node's; the types of browsers and of Node disagree about streams of bytes.
  transform: (decipherer) =>
    pipeline(process.stdin, Duplex.fromWeb(createDecipherStream(decipherer) as WebPair), process.stdout),
}

const way = process.argv[2] ?? 'iterable'
if (!Object.hasOwn(ways, way)) throw new Error(`no way ${way}; one of ${Object.keys(ways).join(', ')}`)
await ways[way](createDecipherer({ model: await loadModel(caesar3) }))
