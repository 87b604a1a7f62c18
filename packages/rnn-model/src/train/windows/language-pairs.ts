import type { PairMaker } from './pair-maker.ts'
import type { SymbolClasses, TextReader } from './text-reader.ts'

/** Each symbol, and the one after it. A stream that starts afresh starts with the space before a word. */
export const languagePairs = (reader: TextReader, { space }: SymbolClasses): PairMaker => ({
  start: () => space,
  next(stream) {
    const input = stream.memory
    stream.memory = reader.read(stream)
    return { input, target: stream.memory, counts: true }
  },
})
