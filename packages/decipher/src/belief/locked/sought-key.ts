import { finish, type InSteps } from '../../in-steps.ts'
import type { CipherSymbol } from '../../keys/symbol.ts'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import type { SectionReader, SectionWriter } from '../../saving/sections.ts'
import type { PossibleKey } from '../../session/inference.ts'
import { Begun, readInSteps } from '../begun.ts'
import { LedBelief } from '../led-belief.ts'
import { AFTER_SUCCESSOR, REST, WINDOW } from './constants.ts'
import type { KeyInUse } from './key-in-use.ts'
import type { KeySought } from './key-sought.ts'
import { LockedKey, type LockedPlan } from './locked-key.ts'
import { PastKeys } from './past-keys.ts'
import { Succession } from './succession.ts'

/** A way to seek a key, and to read on with it. */
export interface SoughtPlan<Found> extends LockedPlan {
  /** Probability of a letter while no key is sought. */
  readonly chance: number
  /** @param isBeside whether a key has been found, and another may have come in its place: most often none has */
  seek(saved?: SectionReader, isBeside?: boolean): KeySought<Found>
  use(found: Found, saved?: ByteReader): KeyInUse
  /** @throws SnapshotFormatError */
  readFound(saved: ByteReader): Found
  saveFound(found: Found, writer: ByteWriter): void
}

/** The stages of a belief about such a key: sought, found, or found once while another is sought. */
type Lead<Found> = KeySought<Found> | LockedKey | Succession<Found>

/**
 * A belief about a key that is sought first. Once one key is next to certain, the language model reads all that was read
 * again, and goes on with it; where it no longer reads the text, another is sought.
 */
export class SoughtKey<Found> extends LedBelief<Lead<Found>> {
  readonly #plan: SoughtPlan<Found>
  #found: Found | undefined
  /** Where it reads the text from, in UTF-16 units, and the keys that read it before. */
  #from = 0
  readonly #past: PastKeys<Found>
  protected lead: Lead<Found>
  /** Where text begins that is not settled. */
  #settled = 0
  /** Symbols for which no key is sought, and how many there are of them the next time. */
  #rest = 0
  #nextRest: number = REST.first
  readonly #begun = new Begun<number>()

  constructor(plan: SoughtPlan<Found>, saved?: SectionReader) {
    super()
    this.#plan = plan
    const reader = saved?.section('sought')
    let isSucceeded = false
    if (saved && reader) {
      this.#settled = reader.float64()
      this.#rest = reader.int32()
      this.#nextRest = reader.int32()
      const isSound = this.#rest >= 0 && this.#nextRest >= REST.first
      reader.demand(isSound && Math.max(this.#rest, this.#nextRest) <= REST.most)
      if (reader.uint16() === 1) this.#found = plan.readFound(saved.section('found'))
      isSucceeded = reader.uint16() === 1
      reader.demand(this.#found !== undefined || !isSucceeded)
      this.#from = reader.float64()
      reader.demand(Number.isSafeInteger(this.#from) && this.#from >= 0)
    }
    this.#past = new PastKeys(plan, saved?.section('past'))
    if (this.#found === undefined) this.lead = plan.seek(saved)
    else {
      const locked = this.#locked(this.#found, saved)
      this.lead =
        saved && isSucceeded
          ? new Succession(locked, plan.seek(saved.within('successor'), true), 1, saved)
          : locked
    }
  }

  #locked(found: Found, saved?: SectionReader): LockedKey {
    const plan = this.#plan
    return new LockedKey(plan, (from) => plan.use(found, from?.section('in-use')), saved)
  }

  override read(symbol: CipherSymbol, _share?: number, ahead = 0): number {
    const { lead } = this
    // Most letters of a stream: no steps, and nothing made for them.
    if (lead instanceof LockedKey && !this.#begun.isOpen) {
      const likely = lead.read(symbol)
      if (this.#isDoubted(lead)) finish(this.#doubtKey(lead, symbol.position, false))
      return likely
    }
    return this.#begun.take(() => this.#read(symbol, ahead, false))
  }

  override begin(symbol: CipherSymbol, _share?: number, ahead = 0): InSteps<void> {
    return this.#begun.begin(this.#read(symbol, ahead, true))
  }

  *#read(symbol: CipherSymbol, ahead: number, stops: boolean): InSteps<number> {
    if (this.#rest > 0) {
      this.#rest--
      return symbol.index === -1 ? 1 : this.#plan.chance
    }
    const isOver = 'text' in this.lead && this.lead.text.length === WINDOW
    if (isOver) this.lead = this.#plan.seek()
    const { lead } = this
    const likely = yield* readInSteps(lead, symbol, { stops, share: 1, ahead })
    if (lead instanceof Succession) this.#succeed(lead)
    else if (!(lead instanceof LockedKey)) this.#seek(lead)
    else if (this.#isDoubted(lead)) yield* this.#doubtKey(lead, symbol.position, stops)
    return likely
  }

  #seek(sought: KeySought<Found>): void {
    const { found, text } = sought
    if (found !== undefined) this.lead = this.#lock(sought, found)
    else if (text.length === WINDOW) {
      this.#rest = this.#nextRest
      this.#nextRest = Math.min(REST.most, 2 * this.#nextRest)
    }
  }

  /** Whether a key reads the text so badly that another may have come. */
  #isDoubted({ strange }: LockedKey): boolean {
    return this.#plan.search.changeRate > 0 && strange !== undefined
  }

  /** Seeks another key where the one that was found reads the text worse than chance would. */
  *#doubtKey(locked: LockedKey, position: number, stops: boolean): InSteps<void> {
    const { changeRate } = this.#plan.search
    const { strange } = locked
    if (!strange) return
    const { units, likely } = strange
    const successor = this.#plan.seek(undefined, true)
    let odds = changeRate
    const { alphabet } = this.#plan.search.family
    let ahead = units.filter((unit) => alphabet.indexOf(unit) !== -1).length
    for (const [at, unit] of units.entries()) {
      if (alphabet.indexOf(unit) !== -1) ahead--
      const symbol = { unit, index: -1, position: position + 1 - units.length + at }
      odds *= (yield* readInSteps(successor, symbol, { stops, share: 1, ahead })) / likely[at]
    }
    this.lead = new Succession(locked, successor, odds)
  }

  #succeed(succession: Succession<Found>): void {
    const { locked, successor, isInVain } = succession
    const { found } = successor
    if (isInVain) {
      successor.free()
      locked.trust(AFTER_SUCCESSOR)
      this.lead = locked
    } else if (found !== undefined) {
      this.lead = this.#lock(successor, found, locked)
      locked.free()
    }
  }

  /** The key that was found, having read the text again, after that which an earlier key has read. */
  #lock({ text }: KeySought<Found>, found: Found, earlier?: LockedKey): LockedKey {
    const locked = this.#locked(found)
    if (earlier) locked.follow(earlier, text.start)
    for (let i = 0; i < text.length; i++) {
      locked.read({ unit: text.units[i], index: -1, position: text.start + i })
    }
    locked.forget(this.#settled)
    if (this.#found !== undefined) this.#past.push(this.#found, this.#from)
    this.#found = found
    this.#from = text.start
    return locked
  }

  override forget(position: number): void {
    this.#settled = position
    super.forget(position)
  }

  override possibleKeys(): PossibleKey[] {
    const { lead } = this
    const from = 'text' in lead ? lead.text.start : this.#from
    const keys = lead instanceof Succession ? lead.possibleKeys(from) : lead.possibleKeys()
    return this.#past.before(keys, from)
  }

  override save(sections: SectionWriter): void {
    const writer = sections.section('sought')
    writer.float64(this.#settled)
    writer.int32(this.#rest)
    writer.int32(this.#nextRest)
    writer.uint16(this.#found === undefined ? 0 : 1)
    writer.uint16(this.lead instanceof Succession ? 1 : 0)
    writer.float64(this.#from)
    this.#past.save(sections.section('past'))
    if (this.#found !== undefined) this.#plan.saveFound(this.#found, sections.section('found'))
    super.save(sections)
  }
}
