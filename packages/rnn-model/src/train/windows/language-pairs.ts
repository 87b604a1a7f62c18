import { readNoisy } from './noise.ts'
import type { PairMaker } from './pair-maker.ts'
import type { SymbolClasses, TextReader } from './text-reader.ts'

/**
 * Each symbol, and the one after it, as they arrive: where letters are wrong, a wrong one is to be foretold too, since that is
 * what a hypothesis about a noisy ciphertext will be weighed by. A stream that starts afresh starts with the space before a word.
 */
export const languagePairs = (reader: TextReader, classes: SymbolClasses): PairMaker => ({
  start: () => classes.space,
  next(stream, random) {
    const input = stream.memory
    stream.memory = readNoisy(reader, classes, stream, random)
    return { input, target: stream.memory, counts: true }
  },
})
