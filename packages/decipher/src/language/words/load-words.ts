import { bytesOf, ModelFormatError, type ModelSource, openFile } from '@runnel/rnn-model'
import { inflate } from '../counts/inflate.ts'
import { KIND, LONGEST_WORD, MOST_WORDS } from './constants.ts'
import type { WordList } from './word-list.ts'

/**
 * Loads a word list and checks its file.
 *
 * @throws ModelLoadError when it cannot be fetched or read
 * @throws ModelFormatError when it is not one, cut short, altered, or of a later version
 * @example
 * import { keyFinders, loadWords } from '@runnel/decipher/ciphers'
 * import { englishKeyWords } from '@runnel/models/english-key-words'
 * const cipher = keyFinders.vigenere({ words: await loadWords(englishKeyWords) })
 */
export const loadWords = async (source: ModelSource): Promise<WordList> => {
  const { header, payload, sha256 } = await openFile(await bytesOf(source), KIND)
  const { name, words, length } = readHeader(header)
  return Object.freeze({ name, id: sha256, words: readWords(await inflate(payload, length), words) })
}

interface Header {
  readonly name: string
  /** Number of words. */
  readonly words: number
  /** Bytes of the payload, inflated. */
  readonly length: number
}

const readHeader = (bytes: Uint8Array): Header => {
  let header: Partial<Header> = {}
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) ?? {}
  } catch (cause) {
    throw new ModelFormatError('header', 'JSON', 'something else', { cause })
  }
  const { name, words = 0, length = 0 } = header
  const isWithin = (value: number, most: number): boolean =>
    Number.isInteger(value) && value > 0 && value <= most
  if (
    typeof name === 'string' &&
    isWithin(words, MOST_WORDS) &&
    isWithin(length, words * (LONGEST_WORD + 1))
  ) {
    return { name, words, length }
  }
  throw new ModelFormatError('header', 'the name and sizes of a word list', 'something else')
}

/** Numbers below this one are of letters that are shared; all others are letters. */
const FIRST_LETTER = 32

const readWords = (bytes: Uint8Array, count: number): string[] => {
  const words: string[] = []
  let word = ''
  for (let at = 0; at < bytes.length; ) {
    const before = word
    const shared = bytes[at++]
    const from = at
    while (at < bytes.length && bytes[at] >= FIRST_LETTER) at++
    word = before.slice(0, shared) + String.fromCharCode(...bytes.subarray(from, at))
    demand(shared <= before.length && word > before && word.length <= LONGEST_WORD && /^[a-z]+$/.test(word))
    words.push(word)
  }
  demand(words.length === count)
  return words
}

const demand = (holds: boolean): void => {
  if (!holds) throw new ModelFormatError('payload', 'words in their order', 'something else')
}
