import { createCaesar, createRandom, LATIN } from '@runnel/core'
import type { ModelDefinition } from '@runnel/rnn-model'
import { createModel } from '@runnel/rnn-model/typed-array'
import { LENGTH } from './padded-pairs.ts'

/** Share of letters read under the right key, by place in a window of 100 characters. */
export interface ReadInWindows {
  /** The state starts from zeros in each window, as in the assignment. */
  fresh: number[]
  /** The state is carried from window to window, as in a live stream. */
  carried: number[]
  /** Of all letters, whatever their place. */
  all: { fresh: number; carried: number }
}

/** Text that is read: streams, and windows of each. */
export interface WindowSizes {
  streams: number
  windows: number
  seed: number
}

/**
 * Reads ciphertext of unknown shifts in windows, in both ways. Each stream has one key throughout; the first window of each
 * is left out, where both are the same.
 */
export const readInWindows = (
  definition: ModelDefinition,
  text: string,
  { streams, windows, seed }: WindowSizes,
): ReadInWindows => {
  const model = createModel(definition, 'lab')
  const random = createRandom(seed)
  const { encrypt } = createCaesar()
  const counts = {
    letters: new Float64Array(LENGTH),
    fresh: new Float64Array(LENGTH),
    carried: new Float64Array(LENGTH),
  }
  for (let stream = 0; stream < streams; stream++) {
    const start = random.integer(text.length - LENGTH * windows)
    const shift = random.integer(LATIN.length)
    const ids = model.tokenizer.encode(encrypt(text.slice(start, start + LENGTH * windows), { shift }))
    const carried = model.createState()
    let fresh = model.createState()
    for (let t = 0; t < ids.length; t++) {
      const place = t % LENGTH
      if (place === 0) fresh = model.createState()
      const [byFresh, byCarried] = [fresh, carried].map((state) => bestOf(model.step(ids[t], state)))
      const isLetter = LATIN.includes(model.tokenizer.decode([ids[t]]))
      if (t < LENGTH || !isLetter) continue
      counts.letters[place]++
      if (byFresh === shift) counts.fresh[place]++
      if (byCarried === shift) counts.carried[place]++
    }
  }
  const share = (right: Float64Array): number[] =>
    Array.from(right, (count, place) => count / counts.letters[place])
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)
  const letters = sum(counts.letters)
  return {
    fresh: share(counts.fresh),
    carried: share(counts.carried),
    all: { fresh: sum(counts.fresh) / letters, carried: sum(counts.carried) / letters },
  }
}

const bestOf = (values: Float32Array): number => values.indexOf(Math.max(...values))
