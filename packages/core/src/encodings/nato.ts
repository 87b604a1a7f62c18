import type { Encoding } from './encoding.ts'
import type { Output } from './output.ts'

const WORDS =
  'Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec Romeo ' +
  'Sierra Tango Uniform Victor Whiskey Xray Yankee Zulu Zero One Two Three Four Five Six Seven Eight Nine'
const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
/** Other spellings that are met. */
const SPELLINGS = { ALPHA: 'A', JULIET: 'J', WHISKY: 'W', NINER: '9', FIFE: '5', TREE: '3' }
/** Beginnings of words, the empty one among them; each has a number. */
const MOST = 256

/* Places of the decoder's state: the beginning of a word that is open, spaces since the latest word, and the gap. */
const BEGUN = 0
const SPACES = 1
const GAP = 2

/** Words of the spelling alphabet of ICAO and NATO in any case; `/`, a line end or two spaces stand between words. */
export const createNato = (): Encoding => {
  const words = WORDS.split(' ')
  /** The beginning that is longer by each letter, or 0, and the character of each that is a word. */
  const longer = new Uint8Array(26 * MOST)
  const characters = new Uint8Array(MOST)
  let count = 1
  const add = (word: string, character: string): void => {
    let begun = 0
    for (const letter of word.toUpperCase()) {
      const place = 26 * begun + letter.charCodeAt(0) - 0x41
      longer[place] ||= count++
      begun = longer[place]
    }
    characters[begun] = character.charCodeAt(0)
  }
  words.forEach((word, i) => {
    add(word, CHARACTERS[i])
  })
  for (const [word, character] of Object.entries(SPELLINGS)) add(word, character)
  const endWord = (state: Int32Array, output: Output): boolean => {
    if (state[BEGUN] === 0) return true
    const character = characters[state[BEGUN]]
    state[BEGUN] = 0
    if (character === 0) return false
    if (state[GAP] !== 0) output.put(state[GAP])
    output.put(character)
    state[GAP] = 0
    state[SPACES] = 0
    return true
  }
  return {
    name: 'nato',
    carries: 'text',
    encoder: {
      stateLength: 1,
      step(unit, state, output) {
        const place = CHARACTERS.indexOf(String.fromCharCode(unit).toUpperCase())
        if (place === -1) {
          if (state[0] !== 0) state[0] = unit === 0x0a || state[0] === 3 ? 3 : 2
          return unit === 0x20 || unit === 0x0a || unit === 0x0d
        }
        output.putText(['', ' ', ' / ', '\n'][state[0]] + words[place])
        state[0] = 1
        return true
      },
      end(state, output) {
        if (state[0] === 3) output.put(0x0a)
        return true
      },
    },
    decoder: {
      stateLength: 3,
      step(unit, state, output) {
        const letter = (unit | 0x20) - 0x61
        if (letter >= 0 && letter < 26) {
          state[BEGUN] = longer[26 * state[BEGUN] + letter]
          return state[BEGUN] !== 0
        }
        // X-ray has a hyphen.
        if (unit === 0x2d && state[BEGUN] === longer[0x58 - 0x41]) return true
        if (!endWord(state, output)) return false
        if (unit === 0x20) state[SPACES]++
        if (unit === 0x0a) state[GAP] = unit
        else if (state[GAP] === 0 && (unit === 0x2f || state[SPACES] > 1)) state[GAP] = 0x20
        return unit === 0x0a || ' \t\r,-./'.includes(String.fromCharCode(unit))
      },
      end(state, output) {
        const isWhole = endWord(state, output)
        if (state[GAP] === 0x0a) output.put(0x0a)
        return isWhole
      },
    },
  }
}
