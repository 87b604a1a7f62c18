import type { Coding } from './coding.ts'

/** Escapes within a text that stands as it is otherwise. */
export interface Escapes {
  /** Units that an escape may have. */
  readonly most: number
  /** Signs that an escape may begin with. */
  readonly begins: string
  /** The text that units stand for; nothing where more are needed; false where they can be no escape. */
  read(units: string): string | undefined | false
  /** The text that units stand for which nothing ends, where they may stand for some. */
  readEnd?(units: string): string | undefined
}

/** Decodes escapes; what turns out to be none stands as it is. Its state holds the units of one that is not decided. */
export const createEscapesDecoder = ({ most, begins, read, readEnd }: Escapes): Coding => {
  const first = begins.charCodeAt(0)
  const other = begins.charCodeAt(begins.length - 1)
  return {
    stateLength: 1 + most,
    step(unit, state, output) {
      const isBeginning = unit === first || unit === other
      if (state[0] > 0) {
        const held = heldIn(state)
        const text = read(held + String.fromCharCode(unit))
        if (text === undefined && state[0] < most) {
          state[1 + state[0]++] = unit
          return true
        }
        state[0] = 0
        output.putText(text || (text === false && readEnd?.(held)) || held)
        if (typeof text === 'string') return true
      }
      if (isBeginning) state[1 + state[0]++] = unit
      else output.put(unit)
      return true
    },
    end(state, output) {
      const held = heldIn(state)
      output.putText(readEnd?.(held) ?? held)
      return true
    },
  }
}

const heldIn = (state: Int32Array): string => {
  let held = ''
  for (let i = 1; i <= state[0]; i++) held += String.fromCharCode(state[i])
  return held
}
