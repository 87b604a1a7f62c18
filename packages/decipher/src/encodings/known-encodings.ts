import { createDecodingChain, encodingsInWords, parseEncodings } from '@runnel/core/encodings'
import type { Decoder } from './decoding.ts'
import { readNumbers, saveNumbers } from './numbers.ts'

/** Takes off encodings that are known, such as `base64 > hex`. @throws InvalidOptionError on a name that is none */
export const createKnownEncodings = (words: string): Decoder => {
  const encodings = parseEncodings(words)
  const name = encodingsInWords(encodings)
  return {
    name,
    ...(encodings[0].signs && { signs: encodings[0].signs }),
    createDecoding(saved, options) {
      const stream = createDecodingChain(encodings, saved && readNumbers(saved), options)
      return {
        push: (text) => stream.push(text),
        settle: () => '',
        flush: () => stream.flush() + (stream.fault ? '\ufffd' : ''),
        undecided: '',
        encoding: name,
        get fault() {
          return stream.fault
        },
        save: (writer) => saveNumbers(stream.save(), writer),
      }
    },
  }
}
