import type { Encoding } from './encoding.ts'
import type { Output } from './output.ts'

const WORDS =
  'Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec Romeo ' +
  'Sierra Tango Uniform Victor Whiskey Xray Yankee Zulu Zero One Two Three Four Five Six Seven Eight Nine'
const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
/** Other spellings that are met. */
const SPELLINGS = { ALPHA: 'A', JULIET: 'J', WHISKY: 'W', NINER: '9', FIFE: '5', TREE: '3' }
/** Letters of the longest word. */
const MOST = 8

/* Places of the decoder's state: letters of the word that is open, spaces since the latest word, the gap, and the letters. */
const LENGTH = 0
const SPACES = 1
const GAP = 2
const FIRST = 3

/** Words of the spelling alphabet of ICAO and NATO in any case; `/`, a line end or two spaces stand between words. */
export const createNato = (): Encoding => {
  const words = WORDS.split(' ')
  const characters = new Map([
    ...words.map((word, i): [string, string] => [word.toUpperCase(), CHARACTERS[i]]),
    ...Object.entries(SPELLINGS),
  ])
  const endWord = (state: Int32Array, output: Output): boolean => {
    if (state[LENGTH] === 0) return true
    const word = String.fromCharCode(...state.subarray(FIRST, FIRST + state[LENGTH]))
    const character = characters.get(word)
    state[LENGTH] = 0
    if (character === undefined) return false
    if (state[GAP] !== 0) output.put(state[GAP])
    output.putText(character)
    state[GAP] = 0
    state[SPACES] = 0
    return true
  }
  return {
    name: 'nato',
    about: 'words of the spelling alphabet, Alfa to Zulu',
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
      stateLength: FIRST + MOST,
      step(unit, state, output) {
        const upper = unit & ~0x20
        if (upper >= 0x41 && upper <= 0x5a) {
          if (state[LENGTH] === MOST) return false
          state[FIRST + state[LENGTH]++] = upper
          return true
        }
        const isDigit = unit >= 0x30 && unit <= 0x39
        // X-ray has a hyphen, or a space of its own.
        if (unit === 0x2d && state[LENGTH] === 1) return true
        if (isDigit || !endWord(state, output)) return false
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
