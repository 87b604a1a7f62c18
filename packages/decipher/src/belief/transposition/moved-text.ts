import type { Transposed } from '@runnel/core/ciphers'
import type { Costs } from '../columns/costs.ts'

/** The part of a text that moves under keys of a kind, as symbols of a language. */
export interface MovedText extends Transposed {
  /** Token ids in the order of the ciphertext, none of them 0. */
  readonly ids: Uint8Array
  readonly costs: Costs
  /** Cost of each symbol where nothing is known before it, by its id. */
  readonly alone: Uint8Array
}

/** An order of a text: a key, and what it costs to be it. */
export interface Arrangement {
  readonly key: object
  /** Twelfths of a bit. */
  readonly prior: number
  /** The place in the ciphertext of each symbol of the plaintext, as far as is weighed. */
  readonly order: Uint32Array
}

/** Finds orders of a text that may be its plaintext, in no order. */
export type SeekOrders = (text: MovedText) => Arrangement[]
