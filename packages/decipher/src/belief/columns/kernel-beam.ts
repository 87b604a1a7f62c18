import { type Beam, SPOT_WORDS } from './beam.ts'
import { BEAM } from './constants.ts'
import { type KernelMemory, openKernelMemory, VALUES } from './kernel-memory.ts'
import type { Lane } from './lane.ts'
import type { Problem } from './problem.ts'

/*
 * Places of the fields of `Beam` of the kernels (packages/rnn-model/assembly/search/beam.as), in words of 4 bytes, and sizes
 * that they count with: bytes of a key, words of the keys of each cost.
 */
const FIELDS = {
  table: 0,
  plain: 1,
  keys: 2,
  costs: 3,
  nextKeys: 4,
  nextCosts: 5,
  count: 6,
  filled: 7,
  tried: 8,
  own: 9,
  width: 10,
  sums: 12,
  totals: 13,
  spread: 14,
  steps: 15,
  near: 16,
  longer: 17,
  shorter: 18,
} as const
const WORDS = 19
const [KEY_BYTES, SPREAD] = [40, 2049] as const

/** Costs that are read at once. */
const ROW = 32

type Field = keyof typeof FIELDS

/** Beams in the kernels' memory: one at a time, since a search fills one without a pause. */
export class KernelBeam implements Beam {
  readonly #memory: KernelMemory
  /** Where the fields are, in bytes, and what they point to. */
  readonly #at: number
  readonly #places: Readonly<Record<Exclude<Field, 'table' | 'plain' | 'count' | 'filled' | 'width'>, number>>
  #period = 0
  longer: Int32Array = new Int32Array(0)
  shorter: Int32Array = this.longer
  steps: Int32Array = this.longer

  constructor(memory: KernelMemory) {
    this.#memory = memory
    const place = (bytes: number): number => memory.place(bytes)
    this.#at = place(4 * WORDS)
    const cells = BEAM.most * VALUES
    this.#places = {
      keys: place(BEAM.most * KEY_BYTES),
      costs: place(4 * BEAM.most),
      nextKeys: place(BEAM.most * KEY_BYTES),
      nextCosts: place(4 * BEAM.most),
      tried: place(VALUES),
      own: place(4 * VALUES),
      sums: place(2 * cells),
      totals: place(4 * cells),
      spread: place(4 * SPREAD),
      steps: place(4 * VALUES),
      near: place(VALUES),
      longer: place(4 * SPOT_WORDS),
      shorter: place(4 * SPOT_WORDS),
    }
  }

  /** Takes up a lane of a text, with one key of which nothing is known. */
  takeUp({ costs, text, values }: Problem, { plain, period }: Lane): this {
    const memory = this.#memory
    this.#write('table', memory.tableAt('beams', costs.table))
    this.#write('plain', memory.plain)
    for (const [name, place] of Object.entries(this.#places)) this.#write(name as Field, place)
    this.#write('count', 1)
    this.#write('filled', 0)
    this.#words[this.#places.costs / 4] = 0
    memory.bytes.set(plain.subarray(0, text.symbols * values), memory.plain)
    this.#period = period
    // The memory may have grown since.
    this.longer = this.#wordsAt('longer', SPOT_WORDS)
    this.shorter = this.#wordsAt('shorter', SPOT_WORDS)
    this.steps = this.#wordsAt('steps', VALUES)
    return this
  }

  get #words(): Int32Array {
    return this.#memory.words
  }

  #wordsAt(name: 'longer' | 'shorter' | 'steps', words: number): Int32Array {
    return this.#words.subarray(this.#places[name] / 4, this.#places[name] / 4 + words)
  }

  #write(field: Field, word: number): void {
    this.#words[this.#at / 4 + FIELDS[field]] = word
  }

  #read(field: Field): number {
    return this.#words[this.#at / 4 + FIELDS[field]]
  }

  get count(): number {
    return this.#read('count')
  }

  begin(tried: Uint8Array): void {
    this.#memory.bytes.set(tried, this.#places.tried)
    this.#write('width', tried.length)
    this.#memory.kernels.begin(this.#at)
    this.steps.fill(0)
  }

  weigh(wasKnown: boolean): void {
    const { kernels, bytes } = this.#memory
    if (wasKnown) kernels.pay(this.#at)
    const { steps } = this
    const { near } = this.#places
    const width = this.#read('width')
    // Loops here and below: views and functions of them take longer than what they do.
    let at = 0
    for (; at < width && steps[at] < ROW; at++) bytes[near + at] = steps[at]
    if (at === width) kernels.weighNear(this.#at)
    else kernels.weighFar(this.#at)
  }

  keep(own: Int32Array, most: number): void {
    const at = this.#places.own / 4
    this.#words.fill(0, at, at + VALUES)
    this.#words.set(own, at)
    // Behind the values that are tried nothing is least.
    this.#words.fill(NEVER, at + this.#read('width'), at + VALUES)
    this.#memory.kernels.keep(this.#at, most)
  }

  found(): { keys: Uint8Array; costs: Int32Array } {
    const { count } = this
    const [from, costs] = [this.#read('keys'), this.#read('costs') / 4]
    const period = this.#period
    const keys = new Uint8Array(count * period)
    for (let at = 0; at < keys.length; at++) {
      const place = at % period
      keys[at] = this.#memory.bytes[from + ((at - place) / period) * KEY_BYTES + place]
    }
    return { keys, costs: this.#words.slice(costs, costs + count) }
  }
}

/** A cost above all others. */
const NEVER = 1 << 28

let kernelBeam: KernelBeam | undefined | null = null

/** The beam in the kernels' memory, where there are kernels. */
export const openKernelBeam = (): KernelBeam | undefined => {
  if (kernelBeam === null) {
    const memory = openKernelMemory()
    kernelBeam = memory && new KernelBeam(memory)
  }
  return kernelBeam
}
