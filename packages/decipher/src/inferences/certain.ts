import type { Alphabet } from '@runnel/core'
import type { Belief, Inference } from '../session/inference.ts'

/** Reads one stream whose key is certain. */
export interface CertainReader {
  /** The plaintext, a unit for each unit. */
  read(text: string): string
  save(): Uint8Array
  free(): void
}

/** An inference that has nothing to infer: it tells the key at the start, and every letter is final at once. */
export const createCertainInference = (
  fingerprint: string,
  alphabet: Alphabet,
  belief: Belief,
  createReader: (saved?: Uint8Array) => CertainReader,
): Inference => ({
  fingerprint,
  alphabet,
  createStream(saved) {
    const { read, ...reader } = createReader(saved)
    return {
      ...reader,
      read(text, start) {
        const final = { type: 'final' as const, start, text: read(text) }
        return start === 0 ? [{ type: 'key', start, ...belief }, final] : [final]
      },
      settle: () => [],
      belief: () => belief,
    }
  },
})
