import { isHighSurrogate, isLowSurrogate } from '../tokenizer.ts'
import type { Encoding } from './encoding.ts'
import { entityNames } from './entity-names.ts'
import { createEscapesDecoder } from './escapes.ts'

/** The characters that would be taken for markup. */
const MARKUP: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' }
/** Numbers 128 to 159 stand for the characters of Windows-1252 (HTML standard, 13.2.5.80); U+FFFF: for themselves. */
const WINDOWS = '€\uffff‚ƒ„…†‡ˆ‰Š‹Œ\uffffŽ\uffff\uffff‘’“”•–—˜™š›œ\uffffžŸ'
/** The first unit written as a number: those from 128 to 159 have none, theirs stand for others. */
const FIRST_NUMBERED = 0xa0
/** Units of the longest entity. */
const MOST = 12

/**
 * Entities of HTML: numbers, and the 253 names of HTML 4 and XML, these with their `;`. Written for markup and for all that is
 * not ASCII, save control characters; what is no entity is read as it stands.
 */
export const createHtmlEntities = (): Encoding => {
  const names = entityNames()
  return {
    name: 'html-entities',
    carries: 'text',
    encoder: {
      stateLength: 1,
      step(unit, state, output) {
        const first = state[0]
        state[0] = 0
        if (first !== 0 && isLowSurrogate(unit)) {
          const point = String.fromCharCode(first, unit).codePointAt(0) as number
          output.putText(`&#x${point.toString(16)};`)
          return true
        }
        if (first !== 0) output.putText('&#xfffd;')
        const markup = MARKUP[String.fromCharCode(unit)]
        if (isHighSurrogate(unit)) state[0] = unit
        else if (markup !== undefined) output.putText(`&${markup};`)
        else if (unit < FIRST_NUMBERED) output.put(unit)
        else output.putText(`&#x${(isLowSurrogate(unit) ? 0xfffd : unit).toString(16)};`)
        return true
      },
      end(state, output) {
        if (state[0] !== 0) output.putText('&#xfffd;')
        return true
      },
    },
    decoder: createEscapesDecoder({
      most: MOST,
      begins: '&',
      read(units) {
        const number = units.endsWith(';') ? numbered(units.slice(0, -1)) : undefined
        if (number !== undefined) return number
        if (/^&[a-z][a-z\d]*;$/i.test(units)) return names.get(units.slice(1, -1)) ?? false
        return /^&(?:#\d*|#x[\da-f]*|[a-z][a-z\d]*)$/i.test(units) ? undefined : false
      },
      readEnd: numbered,
    }),
  }
}

/** The character of `&#72` or `&#x48`, whose `;` browsers do without. */
const numbered = (units: string): string | undefined => {
  const [, hexadecimal, decimal] = /^&#(?:x([\da-f]+)|(\d+))$/i.exec(units) ?? []
  if (hexadecimal !== undefined) return characterOf(Number.parseInt(hexadecimal, 16))
  return decimal === undefined ? undefined : characterOf(Number.parseInt(decimal, 10))
}

const characterOf = (point: number): string => {
  if (point >= 0x80 && point <= 0x9f) {
    const character = WINDOWS[point - 0x80]
    return character === '\uffff' ? String.fromCharCode(point) : character
  }
  const isNone = point === 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)
  return isNone ? '\ufffd' : String.fromCodePoint(point)
}
