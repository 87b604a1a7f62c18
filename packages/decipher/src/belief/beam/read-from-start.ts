import { EMPTY } from '../../keys/key-family.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'

/** Reads text from the start of a stream by a key with a phase of its own; what no slot says yet stays as it is. */
export const readFromStart = (
  { family, readings }: Pick<SearchPlan, 'family' | 'readings'>,
  values: Uint16Array,
  text: string,
): string => {
  const phase = new Int32Array(family.phaseLength)
  let plaintext = ''
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const symbol = { unit, index: readings.indexOf(unit) }
    if (symbol.index === -1) {
      plaintext += text[i]
      continue
    }
    const slot = family.slotOf(symbol.index, phase)
    const isEmpty = slot !== -1 && values[slot] === EMPTY
    // A phase that depends on plaintext is lost from here on, and so is what it would read.
    const row = isEmpty ? 0 : family.rowOf(slot === -1 ? EMPTY : values[slot], phase)
    plaintext += isEmpty ? text[i] : String.fromCharCode(readings.unitOf(row, symbol))
    family.advance(phase, row, symbol.index)
  }
  return plaintext
}
