import { fromUnits } from '../from-units.ts'
import { isLowSurrogate, isSpace } from '../tokenizer.ts'
import { createBase64 } from './base64.ts'
import type { Coding } from './coding.ts'
import type { Encoding } from './encoding.ts'
import { Output } from './output.ts'
import { encodeText } from './whole-text.ts'

const [EQUALS, QUESTION] = [0x3d, 0x3f]
/** Bytes of a word as it is written: with its head and base64 no more than 75 characters. */
const MOST_BYTES = 42
/** UTF-16 units of a word as it is read at the most, with spaces before it: mailers write longer ones than they may. */
const MOST_HELD = 512

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
export const createEncodedWords = (): Encoding => {
  const reader = createWordReader()
  return {
    name: 'encoded-words',
    carries: 'text',
    encoder: createEncoder(),
    decoder: {
      stateLength: FIRST + MOST_HELD,
      takeMany(chunk, from, state, output) {
        let at = from
        for (; at < chunk.length && typeof chunk === 'string' && state[COUNT] === state[SPACES]; at++) {
          const unit = chunk.charCodeAt(at)
          if (unit !== EQUALS) takeText(unit, state, output)
          else {
            const word = reader.read(chunk, at)
            if (!word || word.length + state[SPACES] > MOST_HELD) break
            leaveWord(word.text, state, output)
            at += word.length - 1
          }
        }
        return at
      },
      step(unit, state, output) {
        if (state[COUNT] === state[SPACES]) takeText(unit, state, output)
        else if (takeInWord(unit, state, output)) {
          const word = reader.read(textIn(state, state[SPACES]), 0)
          if (word) leaveWord(word.text, state, output)
        }
        return true
      },
      end(state, output) {
        release(state, output)
        return true
      },
    },
  }
}

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

/** @returns whether the word that waits may have ended */
const takeInWord = (unit: number, state: Int32Array, output: Output): boolean => {
  const last = state[FIRST + state[COUNT] - 1]
  const isFirst = state[COUNT] - state[SPACES] === 1
  if ((isFirst && unit !== QUESTION) || isSpace(unit) || state[COUNT] === MOST_HELD) {
    release(state, output)
    takeText(unit, state, output)
    return false
  }
  hold(unit, state)
  return unit === EQUALS && last === QUESTION
}

const leaveWord = (text: string, state: Int32Array, output: Output): void => {
  output.putText(text)
  state[COUNT] = state[SPACES] = 0
  state[BEHIND] = 1
}

/** Reads words. */
interface WordReader {
  /** The text of the word that stands at a place, and the units that it is written in; nothing where none is whole there. */
  read(text: string, at: number): { readonly text: string; readonly length: number } | undefined
}

/** Makes a reader. What reads base64 and characters is made once: words are short. */
const createWordReader = (): WordReader => {
  const word = /=\?([\w.:-]+)(?:\*[\w-]+)?\?([bq])\?([^?\s]*)\?=/iy
  const base64 = createBase64().decoder
  const state = new Int32Array(base64.stateLength)
  const output = new Output()
  const decoders = new Map<string, TextDecoder>()
  const decoderOf = (charset: string): TextDecoder => {
    const decoder = decoders.get(charset) ?? new TextDecoder(charset, { ignoreBOM: true })
    decoders.set(charset, decoder)
    return decoder
  }
  const readBase64 = (content: string): void => {
    state.fill(0)
    for (let i = 0; i < content.length; i++) {
      i = base64.takeMany?.(content, i, state, output) ?? i
      if (i < content.length && !base64.step(content.charCodeAt(i), state, output)) return
    }
  }
  return {
    read(text, at) {
      word.lastIndex = at
      const [{ length } = '', charset, form, content] = word.exec(text) ?? []
      if (charset === undefined) return undefined
      output.length = 0
      if (form === 'B' || form === 'b') readBase64(content)
      else {
        const bytes = unquoted(content)
        if (/[^\0-\xff]/.test(bytes)) return undefined
        output.putText(bytes)
      }
      try {
        return { text: decoderOf(charset).decode(output.takeBytes()), length }
      } catch {
        // The platform does not know these characters.
        return undefined
      }
    },
  }
}

const unquoted = (text: string): string =>
  text
    .replaceAll('_', ' ')
    .replace(/=([\da-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))

const textIn = (state: Int32Array, from = 0): string =>
  fromUnits(Uint16Array.from(state.subarray(FIRST + from, FIRST + state[COUNT])))

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
