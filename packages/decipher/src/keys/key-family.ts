import type { Alphabet } from '@runnel/core'
import type { EventKey } from '../session/events.ts'

/** A slot of a key that nothing fills yet. */
export const EMPTY = 0xffff

/** A value that may fill a slot. */
export interface Filling {
  /** From 0 to 65,534; its meaning is the family's own. */
  readonly value: number
  /** Probability of the value, given those that fill other slots. */
  readonly prior: number
}

/** A cipher and a key of it, as events tell them. A key that is partly filled shows which letters are missing. */
export interface NamedKey {
  readonly cipher: string
  readonly key: EventKey
}

/**
 * The keys of a cipher: slots that are filled when the text first asks for them, and a tableau of cipher alphabets that
 * their values read by.
 *
 * Caesar has one slot of 26 values; a substitution a slot for each letter; Vigenère of period 5 five slots, taken in
 * turn by a phase that moves with each letter.
 */
export interface KeyFamily {
  readonly name: string
  /** The characters that count as letters. */
  readonly alphabet: Alphabet
  /** Every character that some key reads as another, one UTF-16 unit each; all others pass unchanged. */
  readonly symbols: string
  /** Rows of the tableau: for each cipher alphabet the plaintext of every symbol, one UTF-16 unit each. */
  readonly tableau: readonly string[]
  /** Slots of a key. One slot is filled before the text begins: the first symbol asks for it, whatever it is. */
  readonly slots: number
  /** Numbers carried from symbol to symbol, all 0 at the start; 0 where a key reads a symbol alike wherever it stands. */
  readonly phaseLength: number
  /** The slot that a symbol asks for, or -1 when the phase alone says how it is read. */
  slotOf(index: number, phase: Int32Array): number
  /** The values that may fill an empty slot of a key, whose other slots hold `values`, or EMPTY. */
  fillings(slot: number, values: Uint16Array): readonly Filling[]
  /** The row that a value reads by; EMPTY stands for no slot. */
  rowOf(value: number, phase: Int32Array): number
  /** Moves the phase past a symbol that a row has read. */
  advance(phase: Int32Array, row: number, index: number): void
  /** The key that the values make, some of them EMPTY. */
  keyOf(values: Uint16Array): NamedKey
}
