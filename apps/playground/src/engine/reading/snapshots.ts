import { MOST_SNAPSHOTS, SNAPSHOT_EVERY } from './constants.ts'

/** A session's snapshot, and how much it had read. */
export interface Snapshot {
  readonly at: number
  readonly bytes: Uint8Array
}

/** Snapshots of a session at equal distances, so that any place is reached again by reading a little. */
export class Snapshots {
  #kept: Snapshot[] = []
  #every = SNAPSHOT_EVERY

  /** UTF-16 units at which the next one is due. */
  get next(): number {
    return this.#kept.length === 0 ? this.#every : (this.#kept.at(-1) as Snapshot).at + this.#every
  }

  add(snapshot: Snapshot): void {
    this.#kept.push(snapshot)
    if (this.#kept.length < MOST_SNAPSHOTS) return
    this.#every *= 2
    this.#kept = this.#kept.filter(({ at }) => at % this.#every === 0)
  }

  /** The last one at or before a place; none before the first. */
  before(place: number): Snapshot | undefined {
    return this.#kept.findLast(({ at }) => at <= place)
  }
}
