import type { ByteReader, ByteWriter } from '../saving/bytes.ts'

/** Keeps a belief over the keys of a stream, symbol by symbol. One stream's own. */
export interface KeyFilter {
  /** Reads one unit; `index` is its number among the symbols of the key space, or -1. */
  read(unit: number, index: number, position: number): void
  /** Number of the most probable key, and its probability. */
  readonly key: number
  readonly probability: number
  /** Odds that the key has changed to one not yet known. */
  readonly doubt: number
  /** Whether the net has read so little that its certainty is worth less. */
  readonly isOpening: boolean
  /** Whether no other key is worth a thought. */
  readonly isCertain: boolean
  /** The key with which the best belief reads the unit at `position`. */
  keyAt(position: number): number
  /** Probability that this reading is right, a change of key left aside. */
  agreement(position: number, index: number, unit: number): number
  /** Drops what only concerns text before `position`. */
  forget(position: number): void
  /** Starts a probe with the best key by reading `unit`. A filter that has to read every symbol has none. */
  createProbe?(unit: number, index: number): Probe
  /** Takes up a probe that was saved. */
  restoreProbe?(saved: ByteReader): Probe
  /** Goes on from where a probe stands, as if it had read all up to there. The probe is used up. */
  adopt?(probe: Probe): void
  save(writer: ByteWriter): void
  /** Gives back the memory of its states. */
  free(): void
}

/** Reads a little text further on, to see whether the key still holds. */
export interface Probe {
  read(unit: number, index: number): void
  /** Letters read. */
  readonly letters: number
  /** Odds that the key does not hold. */
  readonly odds: number
  save(writer: ByteWriter): void
  free(): void
}
