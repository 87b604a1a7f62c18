import type { Alphabet } from '@runnel/core'
import type { Fingerprint } from '../saving/fingerprint.ts'
import type { SectionReader, SectionWriter } from '../saving/sections.ts'
import type { DecipherEvent, KeyEvent } from '../session/events.ts'
import type { BestKey, Inference } from '../session/inference.ts'

/** Reads one stream whose key is certain. */
export interface CertainReader {
  /** The plaintext, as far as it can be told before the text ends. */
  read(text: string): string
  /** Units that wait for those to come, as they stand; of a reader that holds a few back. */
  readonly waiting?: string | undefined
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
  /** Whether its readers hold text back. */
  readonly holds?: boolean
  /** Whether units come out in another number, so that those that came out are counted. */
  readonly isOtherLength?: boolean
  createReader(saved?: SectionReader): CertainReader
}

/** An inference that tells the key at the start, and makes every letter final as soon as it can be read. */
export const createCertainInference = (options: CertainOptions): Inference => ({
  fingerprint: options.fingerprint,
  alphabet: options.alphabet,
  carries: options.carries,
  createStream(saved) {
    const { key, createReader, holds, isOtherLength } = options
    const own = saved?.section('position')
    let position = own?.float64() ?? 0
    let start = (holds ? own?.float64() : undefined) ?? position
    own?.demand([position, start].every((place) => Number.isSafeInteger(place) && place >= 0))
    const reader = createReader(saved)
    own?.demand(isOtherLength || start <= position)
    const told = (): number => (isOtherLength ? start : position)
    /** Text that is read now, after all that was. */
    const finals = (text: string): DecipherEvent[] => {
      if (text === '') return []
      start += text.length
      return [{ type: 'final', start: start - text.length, text }]
    }
    return {
      get position() {
        return told()
      },
      read(text) {
        const events = finals(reader.read(text))
        if (reader.waiting) events.push({ type: 'interim', start, text: reader.waiting })
        const isFirst = position === 0
        position += text.length
        return isFirst ? [{ type: 'key', start: 0, ...key } as KeyEvent, ...events] : events
      },
      settle: () => finals(reader.end?.() ?? ''),
      bestKey: () => key,
      get weighed() {
        return told()
      },
      possibleKeys: () => [{ ...key, read: (text) => readAnew(createReader(), text) }],
      save(sections) {
        const writer = sections.section('position')
        writer.float64(position)
        if (holds) writer.float64(start)
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
