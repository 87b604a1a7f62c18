import { LATIN } from '@runnel/core'
import type { RnnModel } from '@runnel/rnn-model'
import type { CipherStream } from './cipher-streams.ts'

/** The letters of a stream in order: true where one came out right. */
export type Letters = boolean[]

/**
 * Reads streams with a net, one step a symbol, all at once. What the net says at a letter is taken as it is: a key
 * under which the letter is read, or the letter itself.
 */
export const readStreams = (model: RnnModel, streams: readonly CipherStream[]): Letters[] => {
  const states = streams.map(() => model.createState())
  const right: Letters[] = streams.map(() => [])
  const letterOf = readerOf(model)
  const longest = Math.max(...streams.map(({ ids }) => ids.length))
  const out = new Float32Array(streams.length * model.outputs)
  for (let t = 0; t < longest; t++) {
    const alive = streams.map((_, i) => i).filter((i) => t < streams[i].ids.length)
    model.stepMany(
      alive.map((i) => streams[i].ids[t]),
      alive.map((i) => states[i]),
      out,
    )
    alive.forEach((i, row) => {
      const { plain, cipher } = streams[i]
      if (plain[t] === -1) return
      const said = letterOf(out.subarray(row * model.outputs, (row + 1) * model.outputs), cipher[t])
      right[i].push(said === plain[t])
    })
  }
  for (const state of states) state.free()
  return right
}

/** Makes a function from the outputs of a net at a ciphertext letter to the number of the plaintext letter. */
const readerOf = ({ config, tokenizer }: RnnModel): ((out: Float32Array, cipher: number) => number) => {
  if (config.task.kind === 'recognise-key') return (out, cipher) => (cipher - mostProbable(out) + 26) % 26
  const letters = Array.from(LATIN, (letter) => tokenizer.idOf(letter.charCodeAt(0)))
  return (out) => mostProbable(letters.map((id) => out[id]))
}

const mostProbable = (values: ArrayLike<number>): number => {
  let best = 0
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i
  return best
}
