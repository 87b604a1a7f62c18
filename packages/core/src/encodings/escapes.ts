import type { Coding } from './coding.ts'
import type { Output } from './output.ts'

/** Escapes within a text that stands as it is otherwise. */
export interface Escapes {
  /** Units that an escape may have. */
  readonly most: number
  /** Whether an escape may begin with a unit. */
  begins(unit: number): boolean
  /** The text that units stand for; nothing where more are needed; false where they can be no escape. */
  read(units: string): string | undefined | false
}

/** Decodes escapes; what turns out to be none stands as it is. Its state holds the units of one that is not decided. */
export const createEscapesDecoder = ({ most, begins, read }: Escapes): Coding => {
  const put = (state: Int32Array, output: Output): void => {
    for (let i = 0; i < state[0]; i++) output.put(state[1 + i])
    state[0] = 0
  }
  return {
    stateLength: 1 + most,
    step(unit, state, output) {
      if (state[0] === 0) {
        if (begins(unit)) state[1 + state[0]++] = unit
        else output.put(unit)
        return true
      }
      const held = String.fromCharCode(...state.subarray(1, 1 + state[0]), unit)
      const text = read(held)
      if (text === undefined && state[0] < most) state[1 + state[0]++] = unit
      else if (text === undefined || text === false) {
        put(state, output)
        if (begins(unit)) state[1 + state[0]++] = unit
        else output.put(unit)
      } else {
        state[0] = 0
        output.putText(text)
      }
      return true
    },
    end(state, output) {
      put(state, output)
      return true
    },
  }
}
