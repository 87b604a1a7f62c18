import type { CipherSymbol } from '../../keys/symbol.ts'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import type { SectionReader, SectionWriter } from '../../saving/sections.ts'
import type { Belief } from '../belief.ts'
import { LedBelief } from '../led-belief.ts'
import { REST, WINDOW } from './constants.ts'
import type { KeyInUse } from './key-in-use.ts'
import { LockedKey, type LockedPlan } from './locked-key.ts'
import type { SoughtText } from './sought-text.ts'

/** A belief about a key while it is sought, in a text that it keeps. */
export interface KeySought<Found> extends Belief {
  readonly text: SoughtText
  /** The key that is next to certain, if there is one; at the end of the window the best. */
  readonly found: Found | undefined
}

/** A way to seek a key, and to read on with it. */
export interface SoughtPlan<Found> extends LockedPlan {
  /** Probability of a letter while no key is sought. */
  readonly chance: number
  seek(saved?: SectionReader): KeySought<Found>
  use(found: Found, saved?: ByteReader): KeyInUse
  /** @throws SnapshotFormatError */
  readFound(saved: ByteReader): Found
  saveFound(found: Found, writer: ByteWriter): void
}

/**
 * A belief about a key that is sought first. Once one key is next to certain, the language model reads all that was read
 * again, and goes on with it.
 */
export class SoughtKey<Found> extends LedBelief<KeySought<Found> | LockedKey> {
  readonly #plan: SoughtPlan<Found>
  #found: Found | undefined
  protected lead: KeySought<Found> | LockedKey
  /** Where text begins that is not settled. */
  #settled = 0
  /** Symbols for which no key is sought, and how many there are of them the next time. */
  #rest = 0
  #nextRest: number = REST.first

  constructor(plan: SoughtPlan<Found>, saved?: SectionReader) {
    super()
    this.#plan = plan
    const reader = saved?.section('periodic')
    if (saved && reader) {
      this.#settled = reader.float64()
      this.#rest = reader.int32()
      this.#nextRest = reader.int32()
      const isSound = this.#rest >= 0 && this.#nextRest >= REST.first
      reader.demand(isSound && Math.max(this.#rest, this.#nextRest) <= REST.most)
      if (reader.uint16() === 1) this.#found = plan.readFound(saved.section('found'))
    }
    this.lead = this.#found === undefined ? plan.seek(saved) : this.#locked(this.#found, saved)
  }

  #locked(found: Found, saved?: SectionReader): LockedKey {
    const plan = this.#plan
    return new LockedKey(plan, (from) => plan.use(found, from?.section('in-use')), saved)
  }

  override read(symbol: CipherSymbol): number {
    if (this.#rest > 0) {
      this.#rest--
      return symbol.index === -1 ? 1 : this.#plan.chance
    }
    const { lead } = this
    if (!(lead instanceof LockedKey) && lead.text.length === WINDOW) this.lead = this.#plan.seek()
    return this.#readByLead(symbol, this.lead)
  }

  #readByLead(symbol: CipherSymbol, lead: KeySought<Found> | LockedKey): number {
    const likely = lead.read(symbol)
    if (lead instanceof LockedKey) return likely
    const { found } = lead
    if (found !== undefined) this.lead = this.#lock(lead, found)
    else if (lead.text.length === WINDOW) {
      this.#rest = this.#nextRest
      this.#nextRest = Math.min(REST.most, 2 * this.#nextRest)
    }
    return likely
  }

  #lock({ text }: KeySought<Found>, found: Found): LockedKey {
    const locked = this.#locked(found)
    for (let i = 0; i < text.length; i++) {
      locked.read({ unit: text.units[i], index: -1, position: text.start + i })
    }
    locked.forget(this.#settled)
    this.#found = found
    return locked
  }

  override forget(position: number): void {
    this.#settled = position
    super.forget(position)
  }

  override save(sections: SectionWriter): void {
    const writer = sections.section('periodic')
    writer.float64(this.#settled)
    writer.int32(this.#rest)
    writer.int32(this.#nextRest)
    writer.uint16(this.#found === undefined ? 0 : 1)
    if (this.#found !== undefined) this.#plan.saveFound(this.#found, sections.section('found'))
    super.save(sections)
  }
}
