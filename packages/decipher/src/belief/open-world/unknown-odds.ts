import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import {
  GUESS,
  MOST_ODDS,
  NEGLIGIBLE,
  SHORT,
  STRANGE,
  TOLD_ODDS,
  TRIAL_ODDS,
  UNBOUNDED,
  UNKNOWN_ODDS,
} from './constants.ts'

/** Odds that no key explains a text, and whether that is told. Once told, it is until the odds are as clear against it. */
export class UnknownOdds {
  /** The odds: a ratio. */
  value: number
  /** The same of the text since `countAnew`, without bounds but those of numbers. */
  unbounded: number
  isTold = false
  /** Letters that were weighed, up to those of a short text. */
  #letters = 0

  constructor(odds: number = UNKNOWN_ODDS, saved?: ByteReader) {
    this.value = saved ? saved.float64() : odds
    this.unbounded = saved ? saved.float64() : odds
    if (!saved) return
    this.isTold = saved.uint16() === 1
    this.#letters = saved.uint16()
    saved.demand(this.#letters <= SHORT)
    saved.demand(this.value >= 1 / MOST_ODDS && this.value <= MOST_ODDS)
    saved.demand(this.unbounded >= 1 / UNBOUNDED && this.unbounded <= UNBOUNDED)
  }

  /** Whether they are not worth a thought. */
  get isNegligible(): boolean {
    return this.value <= NEGLIGIBLE
  }

  /** Probability that a key explains the letters: that of those which are read. */
  get ofLetters(): number {
    return 1 / (1 + this.value)
  }

  /** Probability that a key explains the text, as it is told: a short one is the likelier to be a name, a code or a sound. */
  get explained(): number {
    return 1 / (1 + this.#told)
  }

  /** The odds as they are told. */
  get #told(): number {
    return this.value * (1 + (STRANGE - 1) * (1 - this.#letters / SHORT))
  }

  /** The share that keys are left with beside this, once it is likely enough to be told; 1 until then. */
  get share(): number {
    return Math.min(1, TOLD_ODDS / this.value)
  }

  /** Takes in how much likelier a letter was than under any key. */
  weigh(factor: number): void {
    if (this.#letters < SHORT) this.#letters++
    this.#multiply(factor)
  }

  #multiply(factor: number): void {
    this.value = within(MOST_ODDS, this.value * factor)
    this.unbounded = within(UNBOUNDED, this.unbounded * factor)
  }

  /** Begins to count without bounds. */
  countAnew(): void {
    this.unbounded = UNKNOWN_ODDS
  }

  /** Takes in how much likelier all of the text has become by the keys: what is told may be taken back. */
  concede(likelier: number): void {
    this.#multiply(1 / likelier)
    if (this.isTold) this.decide()
  }

  decide(): void {
    this.isTold = this.value > TOLD_ODDS || (this.isTold && this.value > 1 / TOLD_ODDS)
  }

  /** Decides in an opening, where what is told is soon taken back; not that of keys which are tried once more. */
  decideAnew(isFirst: boolean): void {
    this.isTold = this.value > TOLD_ODDS || (this.isTold && !isFirst)
  }

  /**
   * Decides where a short text ends: a guess is not told that is less likely than that no key explains it; the more letters, the
   * less likely it has to be, since ever fewer keys read them as words by chance.
   */
  conclude(best: number): void {
    if (this.#letters >= GUESS.letters) return
    const times = Math.min(GUESS.most, Math.max(GUESS.least, GUESS.letter * (this.#letters - GUESS.free)))
    if (times * best * this.explained < 1 - this.explained) this.isTold = true
  }

  /** Begins anew where keys are tried once more. */
  even(): void {
    this.value = TRIAL_ODDS
    this.unbounded = TRIAL_ODDS
  }

  save(writer: ByteWriter): void {
    writer.float64(this.value)
    writer.float64(this.unbounded)
    writer.uint16(this.isTold ? 1 : 0)
    writer.uint16(this.#letters)
  }
}

const within = (most: number, odds: number): number => Math.min(most, Math.max(1 / most, odds))
