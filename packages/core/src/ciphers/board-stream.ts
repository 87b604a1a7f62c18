import { InvalidOptionError } from '../errors.ts'
import type { CipherStream, Direction } from './cipher-stream.ts'
import { LONGEST_TEXT } from './holding-stream.ts'
import { TextTooLongError } from './text-too-long-error.ts'

/** The sign that is written before a digit of the text. */
const SHIFT = '/'

/**
 * Starts a stream of letters written as one digit or two. All other signs stay where they are; a digit that waits for the next
 * one waits with what stands between. Goes on from what was saved: the units that wait.
 *
 * @throws InvalidOptionError when the saved numbers are no units
 */
export const createBoardStream = (
  codes: ReadonlyMap<string, string>,
  direction: Direction,
  saved?: Int32Array,
): CipherStream => {
  if (saved && !(saved.length <= LONGEST_TEXT && saved.every((unit) => unit >= 0 && unit <= 0xffff))) {
    throw new InvalidOptionError('phase', saved.length, `up to ${LONGEST_TEXT} UTF-16 units`)
  }
  return direction === 'encrypt' ? writing(codes) : reading(codes, saved)
}

const isDigit = (sign: string): boolean => sign >= '0' && sign <= '9'

const writing = (codes: ReadonlyMap<string, string>): CipherStream => {
  const write = (sign: string): string => {
    if (isDigit(sign)) return `${codes.get(SHIFT)}${sign}`
    return (sign === SHIFT ? undefined : codes.get(sign < '\u0080' ? sign.toUpperCase() : sign)) ?? sign
  }
  return {
    push: (chunk) => chunk.split('').map(write).join(''),
    end: () => '',
    save: () => new Int32Array(0),
  }
}

const reading = (codes: ReadonlyMap<string, string>, saved?: Int32Array): CipherStream => {
  const signs = new Map(Array.from(codes, ([sign, code]) => [code, sign]))
  const shift = codes.get(SHIFT) ?? ''
  /** The digits that wait, and all from the first of them on. */
  let digits = ''
  let waiting = ''
  const read = (sign: string): string => {
    if (digits === '' && !isDigit(sign)) return sign
    waiting += sign
    if (!isDigit(sign)) return ''
    digits += sign
    const isFigure = digits.length === shift.length + 1 && digits.startsWith(shift)
    const letter = digits === shift ? undefined : isFigure ? sign : signs.get(digits)
    if (letter === undefined) return ''
    const told = letter + waiting.replace(/\d/g, '')
    digits = waiting = ''
    return told
  }
  const units = saved ? Array.from(saved, (unit) => String.fromCharCode(unit)) : []
  units.map(read)
  return {
    get waiting() {
      return waiting
    },
    push(chunk) {
      const [held, own] = [waiting, digits]
      const told = chunk.split('').map(read).join('')
      if (waiting.length > LONGEST_TEXT) {
        waiting = held
        digits = own
        throw new TextTooLongError('checkerboard', LONGEST_TEXT)
      }
      return told
    },
    end() {
      const rest = waiting
      digits = waiting = ''
      return rest
    },
    save: () => Int32Array.from(waiting.split(''), (sign) => sign.charCodeAt(0)),
  }
}
