import { sealFile } from '@runnel/rnn-model'
import { deflate } from '../counts/deflate.ts'
import { KIND, LONGEST_WORD } from './constants.ts'

/**
 * Writes a word list as a file (docs/model-format.md): of each word in the order of the alphabet the number of letters that
 * it begins with as the one before does, and its other letters; deflated.
 *
 * @throws RangeError on a word that is too long, or not of letters a to z
 */
export const encodeWords = async (name: string, words: Iterable<string>): Promise<Uint8Array> => {
  const sorted = [...new Set(words)].sort()
  const bytes: number[] = []
  let before = ''
  for (const word of sorted) {
    if (!/^[a-z]+$/.test(word) || word.length > LONGEST_WORD) throw new RangeError(`no word: ${word}`)
    let shared = 0
    while (word[shared] === before[shared] && shared < before.length) shared++
    bytes.push(shared)
    for (let at = shared; at < word.length; at++) bytes.push(word.charCodeAt(at))
    before = word
  }
  const header = { name, words: sorted.length, length: bytes.length }
  return sealFile(KIND.magic, KIND.versions[0], header, await deflate(Uint8Array.from(bytes)))
}
