import type { Alphabet } from '@runnel/core'
import type { Fingerprint } from '../saving/fingerprint.ts'
import type { SectionReader, SectionWriter } from '../saving/sections.ts'
import type { KeyEvent } from '../session/events.ts'
import type { BestKey, Inference } from '../session/inference.ts'

/** Reads one stream whose key is certain. */
export interface CertainReader {
  /** The plaintext, a unit for each unit. */
  read(text: string): string
  save(sections: SectionWriter): void
  free(): void
}

/** The parts of an inference that has nothing to infer. */
export interface CertainOptions {
  readonly fingerprint: Fingerprint
  readonly alphabet: Alphabet
  readonly key: BestKey
  createReader(saved?: SectionReader): CertainReader
}

/** An inference that tells the key at the start, and makes every letter final at once. */
export const createCertainInference = (options: CertainOptions): Inference => ({
  fingerprint: options.fingerprint,
  alphabet: options.alphabet,
  createStream(saved) {
    const { key, createReader } = options
    const own = saved?.section('position')
    let position = own?.float64() ?? 0
    own?.demand(Number.isSafeInteger(position) && position >= 0)
    const reader = createReader(saved)
    return {
      get position() {
        return position
      },
      read(text) {
        const start = position
        position += text.length
        const final = { type: 'final' as const, start, text: reader.read(text) }
        return start === 0 ? [{ type: 'key', start, ...key } as KeyEvent, final] : [final]
      },
      settle: () => [],
      bestKey: () => key,
      get weighed() {
        return position
      },
      possibleKeys: () => [{ ...key, read: (text) => readAnew(createReader(), text) }],
      save(sections) {
        sections.section('position').float64(position)
        reader.save(sections)
      },
      free: () => reader.free(),
    }
  },
})

const readAnew = (reader: CertainReader, text: string): string => {
  const plaintext = reader.read(text)
  reader.free()
  return plaintext
}
