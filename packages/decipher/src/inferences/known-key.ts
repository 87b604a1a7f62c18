import { type Cipher, createCipherStream } from '@runnel/core'
import { eventKeyOf } from '../keys/event-key.ts'
import type { ByteReader, ByteWriter } from '../saving/bytes.ts'
import type { Inference } from '../session/inference.ts'
import { createCertainInference } from './certain.ts'

/** Decryption under a key that is known. @throws InvalidOptionError when the cipher cannot use it */
export const createKnownKey = <Key>(cipher: Cipher<Key>, key: Key): Inference => {
  const { name, alphabet, carries, phaseLength, writes } = cipher
  // A key of its own: the caller keeps the one given, and events hand out another.
  const own = cipher.parseKey(cipher.formatKey(key))
  return createCertainInference({
    fingerprint: { cipher: name, key: cipher.formatKey(own), alphabet: carries ?? alphabet.letters },
    alphabet,
    carries,
    key: { cipher: name, key: eventKeyOf(key), probability: 1 },
    holds: phaseLength === WHOLE,
    isOtherLength: writes === 'signs',
    createReader(saved) {
      const phase = saved && readPhase(saved.section('phase'), phaseLength)
      const stream = createCipherStream(cipher, own, 'decrypt', phase)
      return {
        read: (text) => stream.push(text),
        get waiting() {
          return showing(stream.waiting)
        },
        // A pause is no end of a text that is written letter by letter: its phase goes on.
        ...(phaseLength === WHOLE && { end: () => stream.end() }),
        save(sections) {
          writePhase(sections.section('phase'), stream.save(), phaseLength)
        },
        free() {},
      }
    },
  })
}

/** Units that wait and are shown; more are blank for the most part, and would be shown again with each unit. */
const MOST_SHOWN = 64

const showing = (waiting: string | undefined): string | undefined =>
  waiting !== undefined && waiting.length <= MOST_SHOWN ? waiting : undefined

/** Length of a phase that is text. */
const WHOLE = Number.POSITIVE_INFINITY

const readPhase = (saved: ByteReader, phaseLength: number): Int32Array => {
  if (phaseLength !== WHOLE) return new Int32Array(phaseLength).map(() => saved.int32())
  const units: number[] = []
  for (let left = saved.int32(); left > 0; left--) units.push(saved.uint16())
  return Int32Array.from(units)
}

const writePhase = (writer: ByteWriter, phase: Int32Array, phaseLength: number): void => {
  if (phaseLength !== WHOLE) for (const number of phase) writer.int32(number)
  else {
    writer.int32(phase.length)
    for (const number of phase) writer.uint16(number)
  }
}
