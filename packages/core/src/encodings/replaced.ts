import type { Coding } from './coding.ts'
import type { Encoding } from './encoding.ts'

/** Characters of ASCII in some order, and the same in the order in which they are written for these. */
interface Replaced {
  readonly from: string
  readonly to: string
}

/** The encoding that writes each character as another; those that are not among them stay. */
export const createReplaced = (name: string, { from, to }: Replaced): Encoding => ({
  name,
  carries: 'text',
  encoder: replacing(from, to),
  decoder: replacing(to, from),
})

/** Rows of characters, each turned by so many places, or by half a round. */
export const turnedRows = (rows: readonly string[], by?: number): Replaced => ({
  from: rows.join(''),
  to: rows.map((row) => turned(row, by ?? row.length / 2)).join(''),
})

const turned = (row: string, by: number): string => row.slice(by) + row.slice(0, by)

const replacing = (from: string, to: string): Coding => {
  const units = Uint16Array.from({ length: 128 }, (_, unit) => unit)
  for (let i = 0; i < from.length; i++) units[from.charCodeAt(i)] = to.charCodeAt(i)
  return {
    stateLength: 0,
    step(unit, _, output) {
      output.put(unit < 128 ? units[unit] : unit)
      return true
    },
    end: () => true,
  }
}
