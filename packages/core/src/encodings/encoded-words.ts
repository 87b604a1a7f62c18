import { isLowSurrogate, isSpace } from '../tokenizer.ts'
import { createBase64 } from './base64.ts'
import type { Coding } from './coding.ts'
import { createDecodingStream } from './decoding-stream.ts'
import type { Encoding } from './encoding.ts'
import type { Output } from './output.ts'
import { encodeText } from './whole-text.ts'

const [EQUALS, QUESTION] = [0x3d, 0x3f]
/** Bytes of a word as it is written: with its head and base64 no more than 75 characters. */
const MOST_BYTES = 42
/** UTF-16 units of a word as it is read at the most, with spaces before it: mailers write longer ones than they may. */
const MOST_HELD = 512
const WORD = /^=\?([\w.:-]+)(?:\*[\w-]+)?\?([bq])\?([^?]*)\?=$/i

/* Places of both states: units that wait, and these from `FIRST` on; of the decoder, spaces among them, and whether a word stands
   before them; of the encoder, whether one does, and bytes of those that wait. */
const COUNT = 0
const SPACES = 1
const BEHIND = 2
const BYTES = 1
const FIRST = 3

/**
 * Words in the heads of mail (RFC 2047): `=?utf-8?B?SGk=?=`, `=?iso-8859-1?Q?caf=E9?=`. Spaces between two of them are no part
 * of the text; what is no such word, or in characters that nobody knows, stands as it is. Written as UTF-8 in base64.
 */
export const createEncodedWords = (): Encoding => ({
  name: 'encoded-words',
  carries: 'text',
  encoder: createEncoder(),
  decoder: {
    stateLength: FIRST + MOST_HELD,
    step(unit, state, output) {
      if (state[COUNT] > state[SPACES]) takeInWord(unit, state, output)
      else takeText(unit, state, output)
      return true
    },
    end(state, output) {
      release(state, output)
      return true
    },
  },
})

const hold = (unit: number, state: Int32Array): void => {
  state[FIRST + state[COUNT]++] = unit
}

const release = (state: Int32Array, output: Output): void => {
  for (let i = 0; i < state[COUNT]; i++) output.put(state[FIRST + i])
  state[COUNT] = state[SPACES] = state[BEHIND] = 0
}

const takeText = (unit: number, state: Int32Array, output: Output): void => {
  if (state[BEHIND] === 1 && isSpace(unit) && state[SPACES] < MOST_HELD / 2) {
    state[SPACES]++
    hold(unit, state)
  } else if (unit === EQUALS) hold(unit, state)
  else {
    release(state, output)
    output.put(unit)
  }
}

const takeInWord = (unit: number, state: Int32Array, output: Output): void => {
  const last = state[FIRST + state[COUNT] - 1]
  const isFirst = state[COUNT] - state[SPACES] === 1
  if ((isFirst && unit !== QUESTION) || isSpace(unit) || state[COUNT] === MOST_HELD) {
    release(state, output)
    takeText(unit, state, output)
    return
  }
  hold(unit, state)
  if (unit !== EQUALS || last !== QUESTION) return
  const text = wordIn(state)
  if (text === undefined) return
  output.putText(text)
  state[COUNT] = state[SPACES] = 0
  state[BEHIND] = 1
}

/** The text of the word that waits, once it is whole and can be read. */
const wordIn = (state: Int32Array): string | undefined => {
  const [, charset, form, content] = WORD.exec(textIn(state, state[SPACES])) ?? []
  if (charset === undefined) return undefined
  const bytes = form.toUpperCase() === 'B' ? bytesOf(content) : unquoted(content)
  if (/[^\0-\xff]/.test(bytes)) return undefined
  try {
    const decoder = new TextDecoder(charset, { ignoreBOM: true })
    return decoder.decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)))
  } catch {
    // The platform does not know these characters.
    return undefined
  }
}

const bytesOf = (base64: string): string =>
  createDecodingStream(createBase64(), undefined, { asBytes: true }).push(base64)

const unquoted = (text: string): string =>
  text
    .replaceAll('_', ' ')
    .replace(/=([\da-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))

const textIn = (state: Int32Array, from = 0): string =>
  String.fromCharCode(...state.subarray(FIRST + from, FIRST + state[COUNT]))

const createEncoder = (): Coding => {
  const putWord = (state: Int32Array, output: Output): void => {
    if (state[COUNT] === 0) return
    output.putText(
      `${state[BEHIND] === 1 ? '\r\n ' : ''}=?UTF-8?B?${encodeText(createBase64(), textIn(state))}?=`,
    )
    state[BEHIND] = 1
    state[COUNT] = state[BYTES] = 0
  }
  return {
    stateLength: FIRST + MOST_BYTES + 1,
    step(unit, state, output) {
      const bytes = unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3
      // Halves of a pair stay together.
      if (state[BYTES] + bytes > MOST_BYTES && !isLowSurrogate(unit)) putWord(state, output)
      state[BYTES] += bytes
      hold(unit, state)
      return true
    },
    end(state, output) {
      putWord(state, output)
      return true
    },
  }
}
