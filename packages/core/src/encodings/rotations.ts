import type { Coding } from './coding.ts'
import type { Encoding } from './encoding.ts'

/** Characters that are turned by half a round; they follow one another by their codes. */
interface Turned {
  readonly from: string
  readonly to: string
}

const DIGITS: Turned = { from: '0', to: '9' }
const LETTERS: readonly Turned[] = [
  { from: 'A', to: 'Z' },
  { from: 'a', to: 'z' },
]

/** ROT5: digits turned by 5. */
export const createRot5 = (): Encoding => rotation('rot5', [DIGITS])

/** ROT13: letters turned by 13. */
export const createRot13 = (): Encoding => rotation('rot13', LETTERS)

/** ROT18: letters turned by 13 and digits by 5. */
export const createRot18 = (): Encoding => rotation('rot18', [...LETTERS, DIGITS])

/** ROT47: all characters of ASCII that are seen turned by 47. */
export const createRot47Encoding = (): Encoding => rotation('rot47', [{ from: '!', to: '~' }])

const rotation = (name: string, turned: readonly Turned[]): Encoding => {
  const places = Uint16Array.from({ length: 128 }, (_, unit) => unit)
  for (const { from, to } of turned) {
    const first = from.charCodeAt(0)
    const size = to.charCodeAt(0) - first + 1
    for (let i = 0; i < size; i++) places[first + i] = first + ((i + size / 2) % size)
  }
  const coding: Coding = {
    stateLength: 0,
    step(unit, _, output) {
      output.put(unit < 128 ? places[unit] : unit)
      return true
    },
    end: () => true,
  }
  return { name, carries: 'text', encoder: coding, decoder: coding }
}
