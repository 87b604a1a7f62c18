import type { DecipherEvent, Decipherer, DecipherSession, SymbolTrace } from '@runnel/decipher'
import type { Column } from '../column.ts'
import type { InspectRange } from '../engine.ts'
import type { Inspection, Waiting } from '../frame.ts'
import { columnOf, type TracedNet } from './column-of.ts'
import { CANDIDATES, MOST_COLUMNS } from './constants.ts'
import type { KeyNames } from './key-names.ts'
import { LatestTrace } from './latest-trace.ts'
import type { CipherOf } from './read-with.ts'
import type { Reading } from './reading.ts'
import { waitingOf } from './waiting-of.ts'

/** The parts of an inspector. */
export interface InspectorParts {
  readonly reading: Reading
  /** None where keys are known: then there is nothing to be seen of them. */
  readonly decipherer: Decipherer | undefined
  readonly names: KeyNames
  readonly net: TracedNet
  readonly cipherOf: CipherOf
}

/** A session that reads again, and where it stands. */
interface Walk {
  readonly session: DecipherSession
  readonly latest: LatestTrace
  at: number
}

/**
 * Reads parts of a text again, from the last snapshot before them: exact, since reading is deterministic. It remembers
 * where it stands, so that letters looked at one after another are read once each.
 */
export class Inspector {
  readonly #parts: InspectorParts
  #walk: Walk | undefined
  /** The columns that are being gathered, and the first place that is asked for. */
  #columns: Column[] = []
  #from = 0

  constructor(parts: InspectorParts) {
    this.#parts = parts
  }

  inspect(range: InspectRange): Inspection {
    const { reading, names, decipherer } = this.#parts
    const to = Math.max(0, Math.min(range.to, reading.read))
    const from = Math.max(0, Math.min(range.from, to - 1), to - MOST_COLUMNS)
    const now = nowOf(reading, to - 1)
    if (!decipherer || to === 0) {
      const { waiting } = reading
      return { columns: [], names: [], settled: waiting.start, waiting, candidates: [], now }
    }
    this.#from = from
    this.#columns = []
    const walk = this.#walkTo(from, decipherer)
    const events: DecipherEvent[] = walk.session.push(reading.text.slice(walk.at, to))
    walk.at = to
    const waiting: Waiting = waitingOf(events, to)
    const candidates = walk.latest.candidates(CANDIDATES, reading.text.slice(0, to))
    return {
      columns: this.#columns,
      names: names.takeFresh(),
      settled: waiting.start,
      waiting,
      candidates,
      now,
    }
  }

  free(): void {
    this.#walk?.session.free()
    this.#walk = undefined
  }

  /** The walk that stands nearest before a place: the one there is, or a new one from a snapshot. */
  #walkTo(from: number, decipherer: Decipherer): Walk {
    const snapshot = this.#parts.reading.snapshots.before(from)
    const nearest = snapshot?.at ?? 0
    if (this.#walk && this.#walk.at <= from && this.#walk.at >= nearest) return this.#walk
    this.free()
    const latest = new LatestTrace(this.#parts.cipherOf)
    const trace = (symbol: SymbolTrace): void => {
      latest.take(symbol)
      const { names, net } = this.#parts
      if (symbol.start >= this.#from) this.#columns.push(columnOf(symbol, names, net))
    }
    const session = decipherer.createSession(snapshot?.bytes, { trace })
    this.#walk = { session, latest, at: nearest }
    return this.#walk
  }
}

/** Readings of a letter by the belief at the end of what has been read; none where it is settled. */
const nowOf = (reading: Reading, at: number): Inspection['now'] => {
  if (at < reading.settledEnd || at < 0) return []
  const { waiting } = reading
  const text = waiting.text[at - waiting.start] ?? ''
  const probability = (waiting.confidence[at - waiting.start] ?? 0) / 255
  const others = reading.trace.alternatives(reading.text[at]).filter((other) => other.text !== text)
  return text === '' ? others : [{ text, probability }, ...others]
}
