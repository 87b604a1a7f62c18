import type { Encoding } from './encoding.ts'

const BEGINNING = 'data:'
const COMMA = 0x2c
/** UTF-16 units of the head at the most. */
const MOST_HEAD = 256

/** Place of the state: units of the head that have come, or `BODY` behind it. */
const COME = 0
const BODY = -1

/**
 * The head of an address that holds its content (RFC 2397): `data:text/plain;base64,SGk=`. It is taken off up to its comma;
 * what follows stands in an encoding of its own, base64 or percent.
 */
export const createDataUri = (): Encoding => ({
  name: 'data-uri',
  carries: 'text',
  encoder: {
    stateLength: 1,
    step(unit, state, output) {
      if (state[COME] !== BODY) output.putText(HEAD)
      state[COME] = BODY
      output.put(unit)
      return true
    },
    end(state, output) {
      if (state[COME] !== BODY) output.putText(HEAD)
      return true
    },
  },
  decoder: {
    stateLength: 1,
    step(unit, state, output) {
      if (state[COME] === BODY) {
        output.put(unit)
        return true
      }
      const at = state[COME]++
      if (at < BEGINNING.length) return String.fromCharCode(unit).toLowerCase() === BEGINNING[at]
      if (unit === COMMA) state[COME] = BODY
      return unit > 0x20 && at < MOST_HEAD
    },
    end: (state) => state[COME] === BODY,
  },
})

const HEAD = `${BEGINNING}text/plain;charset=utf-8;base64,`
