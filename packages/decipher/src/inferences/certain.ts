import type { Alphabet } from '@runnel/core'
import type { Fingerprint } from '../saving/fingerprint.ts'
import type { SectionReader, SectionWriter } from '../saving/sections.ts'
import type { DecipherEvent, KeyEvent } from '../session/events.ts'
import type { BestKey, Inference } from '../session/inference.ts'

/** Reads one stream whose key is certain. */
export interface CertainReader {
  /** The plaintext, a unit for each unit, as far as it can be told before the text ends. */
  read(text: string): string
  /** UTF-16 units that it held back when it was saved, of a reader that holds some back. */
  readonly held?: number
  /** Ends the text. @returns the rest of its plaintext, of a reader that holds some back */
  end?(): string
  save(sections: SectionWriter): void
  free(): void
}

/** The parts of an inference that has nothing to infer. */
export interface CertainOptions {
  readonly fingerprint: Fingerprint
  readonly alphabet: Alphabet
  readonly carries?: 'bytes' | undefined
  readonly key: BestKey
  createReader(saved?: SectionReader): CertainReader
}

/** An inference that tells the key at the start, and makes every letter final as soon as it is read. */
export const createCertainInference = (options: CertainOptions): Inference => ({
  fingerprint: options.fingerprint,
  alphabet: options.alphabet,
  carries: options.carries,
  createStream(saved) {
    const { key, createReader } = options
    const own = saved?.section('position')
    let position = own?.float64() ?? 0
    own?.demand(Number.isSafeInteger(position) && position >= 0)
    const reader = createReader(saved)
    let start = position - (reader.held ?? 0)
    own?.demand(start >= 0)
    /** Text that is read now, after all that was. */
    const finals = (text: string): DecipherEvent[] => {
      if (text === '') return []
      start += text.length
      return [{ type: 'final', start: start - text.length, text }]
    }
    return {
      get position() {
        return position
      },
      read(text) {
        const events = finals(reader.read(text))
        const isFirst = position === 0
        position += text.length
        return isFirst ? [{ type: 'key', start: 0, ...key } as KeyEvent, ...events] : events
      },
      settle: () => finals(reader.end?.() ?? ''),
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
  const plaintext = reader.read(text) + (reader.end?.() ?? '')
  reader.free()
  return plaintext
}
