import { MOST_LETTERS, SPACE, TURN_KEPT } from './constants.ts'
import { copyKey } from './copy-key.ts'
import type { CostTable } from './cost-table.ts'
import { PartialKeys } from './partial-keys.ts'
import type { SlotText } from './slot-text.ts'

/** Symbols at the beginning where no beam turns: it would be the one that is there. */
const BEGINNING = 4

/** Places that beams begin at by turns, by how well they rank, and how far apart these are. */
const [TURNS, APART] = [8, 2]

/**
 * A beam over the partial keys of the whole text, from another place on and round its end: its first letters are others,
 * so it loses other keys. It begins where letters come back soonest.
 */
export class TurnedBeam {
  readonly #keys: PartialKeys

  constructor(width: number, costTable: CostTable) {
    this.#keys = new PartialKeys(width, costTable)
  }

  /** Runs over a text, and gives each of the best keys to `take`, the best first. `turn` says which place it begins at. */
  run({ slots, length, allowed }: SlotText, turn: number, take: (key: Uint8Array) => void): void {
    const start = startOf({ slots, length }, turn)
    const keys = this.#keys
    keys.clear()
    /** The slot of each slot of the text, in the order in which they come from `start` on. */
    const own = new Int8Array(MOST_LETTERS).fill(-1)
    for (let i = 0; i < length; i++) {
      const at = (start + i) % length
      if (at === 0) keys.breakText()
      const slot = slots[at]
      if (slot === SPACE) keys.read(SPACE)
      else if (own[slot] !== -1) keys.read(own[slot])
      else {
        own[slot] = keys.slots
        keys.branch(allowed[slot])
      }
    }
    const best = Array.from({ length: keys.count }, (_, key) => key)
    best.sort((a, b) => keys.costOf(a) - keys.costOf(b) || a - b)
    const [ownKey, key] = [new Uint8Array(MOST_LETTERS), new Uint8Array(MOST_LETTERS)]
    for (const candidate of best.slice(0, TURN_KEPT)) {
      copyKey(keys, candidate, ownKey)
      for (let slot = 0; slot < MOST_LETTERS; slot++) key[slot] = ownKey[slot < keys.slots ? own[slot] : slot]
      take(key)
    }
  }
}

/** A place from which on few letters are new for long; the places that rank next take turns. */
const startOf = ({ slots, length }: Pick<SlotText, 'slots' | 'length'>, turn: number): number => {
  const places: { at: number; filled: number }[] = []
  for (let at = BEGINNING; at < length; at++) {
    if (slots[at] === SPACE) continue
    let [seen, count, filled] = [0, 0, 0]
    for (let i = 0; i < length; i++) {
      const slot = slots[(at + i) % length]
      if (slot !== SPACE && ((seen >> slot) & 1) === 0) {
        seen |= 1 << slot
        count++
      }
      filled += count
    }
    places.push({ at, filled })
  }
  places.sort((a, b) => a.filled - b.filled || a.at - b.at)
  return places[((turn % TURNS) * APART) % places.length].at
}
