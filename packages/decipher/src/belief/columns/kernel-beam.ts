import { openSearchKernels, type SearchKernels } from '@runnel/rnn-model/search'
import { WINDOW } from '../locked/constants.ts'
import { type Beam, SPOT_WORDS } from './beam.ts'
import { BEAM } from './constants.ts'
import type { Lane } from './lane.ts'
import type { Problem } from './problem.ts'

/*
 * Places of the fields of `Beam` of the kernels (packages/rnn-model/assembly/search/beam.as), in words of 4 bytes, and sizes
 * that they count with: values of a block, bytes of a key, words of the keys of each cost.
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
const [BLOCK, KEY_BYTES, SPREAD] = [16, 40, 2049] as const

/** Bytes that are read at once, where the first is in the table; values of a place at the most; bytes of a page of memory. */
const [ROW, VALUES, PAGE] = [32, 256, 65_536] as const

type Field = keyof typeof FIELDS

/**
 * Beams in the kernels' memory: one at a time, since a search fills one without a pause. It holds the table of costs that was
 * last asked for, 0.5 to 2 MB, and 1.1 MB beside.
 */
export class KernelBeam implements Beam {
  readonly #kernels: SearchKernels
  /** Where the fields are, in bytes, and what they point to. */
  readonly #at: number
  readonly #places: Readonly<Record<Exclude<Field, 'count' | 'filled' | 'width'>, number>>
  /** The table of costs that the memory holds. */
  #table: Uint8Array = new Uint8Array(0)
  #period = 0
  #bytes: Uint8Array = new Uint8Array(0)
  #words: Int32Array = new Int32Array(0)
  longer: Int32Array = this.#words
  shorter: Int32Array = this.#words
  steps: Int32Array = this.#words

  constructor(kernels: SearchKernels) {
    this.#kernels = kernels
    let end = kernels.base()
    const place = (bytes: number): number => {
      const at = Math.ceil(end / BLOCK) * BLOCK
      end = at + bytes
      return at
    }
    this.#at = place(4 * WORDS)
    const cells = BEAM.most * VALUES
    this.#places = {
      plain: place(WINDOW * VALUES),
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
      table: place(0),
    }
  }

  /** Takes up a lane of a text, with one key of which nothing is known. */
  takeUp({ costs, text, values }: Problem, { plain, period }: Lane): this {
    if (this.#table !== costs.table) this.#takeTable(costs.table)
    for (const [name, place] of Object.entries(this.#places)) this.#write(name as Field, place)
    this.#write('count', 1)
    this.#write('filled', 0)
    this.#words[this.#places.costs / 4] = 0
    this.#bytes.set(plain.subarray(0, text.symbols * values), this.#places.plain)
    this.#period = period
    return this
  }

  #takeTable(table: Uint8Array): void {
    const { memory } = this.#kernels
    const end = this.#places.table + table.length + ROW
    memory.grow(Math.ceil(Math.max(0, end - memory.buffer.byteLength) / PAGE))
    this.#table = table
    this.#bytes = new Uint8Array(memory.buffer)
    this.#words = new Int32Array(memory.buffer)
    this.#bytes.set(table, this.#places.table)
    const wordsAt = (name: 'longer' | 'shorter' | 'steps', words: number): Int32Array =>
      this.#words.subarray(this.#places[name] / 4, this.#places[name] / 4 + words)
    this.longer = wordsAt('longer', SPOT_WORDS)
    this.shorter = wordsAt('shorter', SPOT_WORDS)
    this.steps = wordsAt('steps', VALUES)
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
    this.#bytes.set(tried, this.#places.tried)
    this.#write('width', tried.length)
    this.#kernels.begin(this.#at)
    this.steps.fill(0)
  }

  weigh(wasKnown: boolean): void {
    const kernels = this.#kernels
    if (wasKnown) kernels.pay(this.#at)
    const steps = this.steps.subarray(0, this.#read('width'))
    if (steps.some((step) => step >= ROW)) kernels.weighFar(this.#at)
    else {
      this.#bytes.set(steps, this.#places.near)
      kernels.weighNear(this.#at)
    }
  }

  keep(own: Int32Array, most: number): void {
    const at = this.#places.own / 4
    this.#words.fill(0, at, at + VALUES)
    this.#words.set(own, at)
    // Behind the values that are tried nothing is least.
    this.#words.fill(NEVER, at + this.#read('width'), at + VALUES)
    this.#kernels.keep(this.#at, most)
  }

  found(): { keys: Uint8Array; costs: Int32Array } {
    const { count } = this
    const [from, costs] = [this.#read('keys'), this.#read('costs') / 4]
    const keys = new Uint8Array(count * this.#period)
    for (let i = 0; i < count; i++) {
      const key = from + i * KEY_BYTES
      keys.set(this.#bytes.subarray(key, key + this.#period), i * this.#period)
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
    const kernels = openSearchKernels()
    kernelBeam = kernels && new KernelBeam(kernels)
  }
  return kernelBeam
}
