import { createRandom } from '@runnel/core'
import type { LanguageModel } from '../../language/language-model.ts'

/**
 * Gives what a model expects at each symbol of a text that it dreams up itself: the same each time.
 *
 * @param weight trouble that it takes over it, as of `LanguageModel.step`
 */
export function* dreamt(model: LanguageModel, symbols: number, weight?: number): Generator<Float32Array> {
  const random = createRandom(1)
  const state = model.createState()
  let id = model.tokenizer.idOf(0x20)
  for (let i = 0; i < symbols; i++) {
    const expected = model.step(id, state, weight)
    yield expected
    id = drawn(expected, random.next())
  }
  state.free()
}

/** The token that a number from 0 to 1 draws. */
const drawn = (expected: Float32Array, at: number): number => {
  let left = at
  for (let id = 1; id < expected.length; id++) {
    left -= expected[id]
    if (left < 0) return id
  }
  return 1
}
