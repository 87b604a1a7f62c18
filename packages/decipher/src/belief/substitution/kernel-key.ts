import { createRandom } from '@runnel/core'
import { COOLING, MOST_LETTERS } from './constants.ts'
import type { KernelMemory, PlacedKey } from './kernel-memory.ts'
import { type Annealing, admitTo, type Draws, type MovedKey, type Stirring } from './moved-key.ts'
import type { SlotText } from './slot-text.ts'

/** A whole key that kernels move. It has its letters to itself, and is written to the kernels' memory where it is not there. */
export class KernelKey implements MovedKey {
  readonly key: Uint8Array = Uint8Array.from({ length: MOST_LETTERS }, (_, letter) => letter)
  cost = 0
  context = 0
  readonly #memory: KernelMemory
  readonly #placed: PlacedKey
  readonly #text: SlotText
  readonly #fixed: number
  /** The turn of the memory in which it was written there; -1 where it is not. */
  #turn = -1

  /** @param place which of the keys of a search it is */
  constructor(memory: KernelMemory, place: number, text: SlotText, fixed: number) {
    this.#memory = memory
    this.#placed = memory.keys[place]
    this.#text = text
    this.#fixed = fixed
  }

  take(key: Uint8Array): void {
    this.key.set(key)
    this.#turn = -1
    this.#place()
    this.#note()
  }

  admit(slot: number): void {
    admitTo(this.key, slot, this.#text.allowed[slot])
    this.#turn = -1
  }

  grow(): void {
    const { kernels, search } = this.#memory
    this.#place()
    kernels.grow(search, this.#placed.at)
    this.#note()
  }

  difference(a: number, b: number, most: number): number {
    this.#place()
    return this.#memory.kernels.difference(this.#memory.search, this.#placed.at, a, b, most)
  }

  exchange(a: number, b: number): void {
    this.#place()
    this.#memory.kernels.exchange(this.#memory.search, this.#placed.at, a, b)
    this.#note()
  }

  descend(seen: number): void {
    const { kernels, search } = this.#memory
    this.#place()
    kernels.descend(search, this.#placed.at, seen)
    this.#note()
  }

  stir({ seen, swaps, coldness }: Stirring, draws: Draws): void {
    const memory = this.#memory
    this.#place()
    memory.random = draws.random.save()
    memory.kernels.stir(memory.search, this.#placed.at, seen, swaps, coldness)
    draws.random = createRandom(memory.random)
    this.#note()
  }

  anneal({ seen, letters, swaps }: Annealing, draws: Draws): void {
    const memory = this.#memory
    const { steps, first, last } = COOLING
    const { at } = this.#placed
    this.#place()
    memory.random = draws.random.save()
    const swapsAStep = Math.ceil(swaps / steps)
    memory.kernels.anneal(memory.search, at, seen, letters, swapsAStep, steps, first, last)
    draws.random = createRandom(memory.random)
    this.#note()
  }

  /** Has the text and this key in the memory. */
  #place(): void {
    const memory = this.#memory
    memory.takeUp(this.#text, this.#fixed)
    if (this.#turn === memory.turn) return
    this.#turn = memory.turn
    this.#placed.letters.set(this.key)
    memory.kernels.take(memory.search, this.#placed.at)
  }

  #note(): void {
    this.key.set(this.#placed.letters)
    this.cost = this.#memory.costOf(this.#placed)
    this.context = this.#memory.contextOf(this.#placed)
  }
}
