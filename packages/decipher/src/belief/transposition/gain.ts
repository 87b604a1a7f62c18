import type { MovedText } from './moved-text.ts'

/** Twelfths of a bit that the first `length` symbols of an order are cheaper than by themselves, by four in a row. */
export const gainOf = (
  { ids, alone, costs: { vocabulary, table } }: MovedText,
  order: Uint32Array,
  length: number,
): number => {
  let gain = 0
  let [latest, second, third] = [0, 0, 0]
  for (let place = 0; place < length; place++) {
    const id = ids[order[place]]
    gain += alone[id] - table[((third * vocabulary + second) * vocabulary + latest) * vocabulary + id]
    third = second
    second = latest
    latest = id
  }
  return gain
}

/** The same by all that is known of the language. */
export const wholeGainOf = ({ ids, alone, costs: { reader } }: MovedText, order: Uint32Array): number => {
  const state = reader.create()
  let gain = 0
  for (const place of order) gain += alone[ids[place]] - reader.read(ids[place], state)
  return gain
}
