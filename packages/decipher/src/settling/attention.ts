import { isSpace } from '@runnel/core'
import type { Belief, Probe } from '../belief/belief.ts'
import type { CipherSymbol } from '../keys/symbol.ts'
import type { ByteReader, ByteWriter } from '../saving/bytes.ts'
import type { CommitRule } from './commit-rule.ts'
import { ALARM, CALM, CONTENT, LONGEST_PROBE, LONGEST_WORD } from './constants.ts'
import type { WatchMode } from './live-options.ts'

/** Ways to treat a unit that arrives. */
const modes = ['reading', 'coasting', 'probing', 'asleep'] as const

/** The outcome of a probe: the key holds, it may not, or it is too early to say. */
type Outcome = 'content' | 'alarmed' | 'undecided'

/** Choices of watching a stream for a change of key. */
export interface AttentionOptions {
  readonly watch: WatchMode
  /** Letters that `adaptive` looks up between two probes. */
  readonly gap: number
  readonly rule: CommitRule
}

/**
 * Says which symbols the net reads. Counts letters of the stream and nothing else, so that cutting it into other chunks
 * changes nothing.
 *
 * - reading: every symbol, by the belief
 * - coasting: none; text waits, as the key reads it
 * - probing: a few letters with the key alone. If they make sense, all that waits is final, and coasting goes on;
 *   otherwise the belief reads all that waits, and only then is it settled
 * - asleep: none any more; all text is final at once
 */
export class Attention {
  readonly #watch: WatchMode
  readonly #belief: Belief
  /** Odds up to which a probe is content. */
  readonly #content: number
  readonly #longest: number
  #mode: (typeof modes)[number] = 'reading'
  /** Letters that the mode has seen: calm ones, for reading. */
  #letters = 0
  #probe: Probe | undefined

  constructor({ watch, gap, rule }: AttentionOptions, belief: Belief, saved?: ByteReader) {
    this.#watch = watch
    this.#belief = belief
    this.#content = Math.max(CONTENT, 1 - rule.probability)
    this.#longest = Math.min(gap, rule.maxDelay - LONGEST_PROBE - LONGEST_WORD)
    if (!saved) return
    const mode = modes[saved.uint16()]
    const looksAway = watch === 'off' ? mode === 'asleep' : this.#gap > 0 && watch === 'adaptive'
    saved.demand(mode === 'reading' || (mode !== undefined && looksAway))
    this.#mode = mode
    this.#letters = saved.uint16()
    if (mode === 'probing') this.#probe = belief.probes?.restore(saved)
  }

  /** Letters that one coasting takes; below 1 there is none. */
  get #gap(): number {
    return this.#belief.probes ? this.#longest : 0
  }

  get mode(): (typeof modes)[number] {
    return this.#mode
  }

  /** Takes note of a symbol that the belief has read: letters are calm while one key is left. */
  noteRead({ index }: CipherSymbol): void {
    if (this.#watch === 'every' || index === -1) return
    this.#letters = this.#belief.isCertain ? Math.min(CALM, this.#letters + 1) : 0
  }

  /** Looks away, if enough letters were calm. To be called when no text waits. */
  rest(): void {
    if (this.#letters < CALM) return
    if (this.#watch === 'off') this.#enter('asleep')
    else if (this.#gap > 0) this.#enter('coasting')
  }

  /** Passes a symbol over, and starts a probe where it is time for one. */
  coast(symbol: CipherSymbol): void {
    if (symbol.index !== -1) this.#letters++
    const isWordBegin = symbol.index === -1 && isSpace(symbol.unit) && this.#letters >= this.#gap
    if (!isWordBegin && this.#letters < this.#gap + LONGEST_WORD) return
    this.#enter('probing')
    this.#probe = this.#belief.probes?.create(symbol)
  }

  /** Has the probe read a symbol. Once it is content, the belief goes on from where the probe stands. */
  probe(symbol: CipherSymbol): Outcome {
    const probe = this.#probe as Probe
    probe.read(symbol)
    if (probe.odds <= this.#content) {
      this.#belief.probes?.adopt(probe)
      this.#enter('coasting')
      return 'content'
    }
    return probe.odds > ALARM || probe.letters >= LONGEST_PROBE ? 'alarmed' : 'undecided'
  }

  /** Wakes up: the belief reads every symbol again. */
  wake(): void {
    this.#probe?.free()
    this.#enter('reading')
  }

  free(): void {
    this.#probe?.free()
  }

  save(writer: ByteWriter): void {
    writer.uint16(modes.indexOf(this.#mode))
    writer.uint16(this.#letters)
    this.#probe?.save(writer)
  }

  #enter(mode: (typeof modes)[number]): void {
    this.#mode = mode
    this.#letters = 0
    this.#probe = undefined
  }
}
