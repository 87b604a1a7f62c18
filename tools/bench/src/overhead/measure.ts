import { createDecipherer, type Decipherer } from '@runnel/decipher'
import { loadDefaultEngine } from '@runnel/rnn-model'
import { createModel } from '@runnel/rnn-model/typed-array'
import { netOf } from '../nets.ts'
import { type Rate, ratioOf, summarise } from '../statistics.ts'
import { PIPED, READ, ways } from './ways.ts'

/** Cost of one way of sending chunks to a session. */
export interface Cost {
  way: string
  /** Microseconds a chunk. */
  perChunk: Rate
  /** Of what the session itself takes; the median of the ratios of each round. */
  ratio: number
}

/** The costs with one decipherer and chunks of one length. */
export interface Comparison {
  what: string
  chunk: number
  costs: Cost[]
  /** Time that piping takes, as a multiple of reading the same source and calling the session. */
  piped: number
}

/** Sizes of a comparison, in UTF-16 units but for `rounds`. */
export interface Sizes {
  /** Of a chunk. */
  chunk: number
  /** Of the text that a way reads in a round. */
  units: number
  /** Rounds that count; one more goes before them, to warm up. */
  rounds: number
}

/** The decipherers that are measured, from the quickest to the slowest. */
export const subjects = async (): Promise<[string, Decipherer][]> => {
  const engine = await loadDefaultEngine()
  const net = (cell: string, units: number): [string, Decipherer] => {
    const model = createModel(netOf(cell, units), `${cell}-${units}`, engine)
    return [`${cell}-${units}`, createDecipherer({ model })]
  }
  const key = createDecipherer({ cipher: 'caesar', key: '3' })
  return [['a known key', key], net('simple-rnn', 64), net('gru', 128), net('gru', 256)]
}

/** Sends a text through every way, by turns, in chunks. */
export const compare = async (
  [what, decipherer]: [string, Decipherer],
  { chunk, units, rounds }: Sizes,
): Promise<Comparison> => {
  const text = 'L Olnh Dssohv dqg shduv, vr gr brx. '.repeat(Math.ceil(units / 36)).slice(0, units)
  const chunks = Array.from({ length: Math.ceil(units / chunk) }, (_, i) =>
    text.slice(i * chunk, (i + 1) * chunk),
  )
  const times = Object.keys(ways).map(() => [] as number[])
  for (let round = -1; round < rounds; round++) {
    for (const [index, way] of Object.values(ways).entries()) {
      const started = performance.now()
      const length = await way(decipherer, chunks)
      const passed = performance.now() - started
      if (length !== units) throw new Error(`${Object.keys(ways)[index]} lost text`)
      if (round >= 0) times[index].push((1000 * passed) / chunks.length)
    }
  }
  const rates = times.map(summarise)
  const costs = Object.keys(ways).map((way, index) => ({
    way,
    perChunk: rates[index],
    ratio: ratioOf(rates[index], rates[0]),
  }))
  const rateOf = (way: string): Rate => rates[Object.keys(ways).indexOf(way)]
  return { what, chunk, costs, piped: ratioOf(rateOf(PIPED), rateOf(READ)) }
}
