import type { Encoding } from './encoding.ts'
import { createEscapesDecoder } from './escapes.ts'

/** Forms of escapes: complete, and as they may begin. */
const WHOLE = /^(?:\\u\{([\da-f]{1,6})\}|\\u([\da-f]{4})|\\U([\da-f]{8})|\\x([\da-f]{2})|%u([\da-f]{4}))$/i
const BEGINNING = /^(?:\\u\{[\da-f]{0,6}|\\u[\da-f]{0,3}|\\U[\da-f]{0,7}|\\x[\da-f]?|%u[\da-f]{0,3})$/i

/**
 * Escapes of programs: `\u0041`, `\u{41}`, `\U00000041`, `\x41`, `%u0041`. Written for all that is not ASCII, and for the
 * backslash; what is no escape is read as it stands.
 */
export const createUnicodeEscapes = (): Encoding => ({
  name: 'unicode-escapes',
  carries: 'text',
  encoder: {
    stateLength: 0,
    step(unit, _, output) {
      if (unit < 0x80 && unit !== 0x5c && unit !== 0x25) output.put(unit)
      else output.putText(`\\u${unit.toString(16).padStart(4, '0')}`)
      return true
    },
    end: () => true,
  },
  decoder: createEscapesDecoder({
    most: 10,
    begins: '\\%',
    read(units) {
      const digits = WHOLE.exec(units)
        ?.slice(1)
        .find((group) => group !== undefined)
      // \U00000041 begins as \u0000 does, and only its case tells them apart.
      if (digits !== undefined && !(units.startsWith('\\U') && digits.length !== 8)) {
        const point = Number.parseInt(digits, 16)
        return point <= 0x10ffff && String.fromCodePoint(point)
      }
      return BEGINNING.test(units) ? undefined : false
    },
  }),
})
