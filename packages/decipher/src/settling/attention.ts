import type { KeyFilter, Probe } from '../belief/belief.ts'
import { isSpace } from '../belief/grouped-text.ts'
import type { Readings } from '../belief/hypothesis/readings.ts'
import { SnapshotFormatError } from '../errors.ts'
import type { ByteReader, ByteWriter } from '../saving/bytes.ts'
import type { WatchMode } from './live-options.ts'
import type { LiveParts } from './settling-stream.ts'
import type { Waiting } from './unsettled-text.ts'

/** Letters in a row with one key left before the net may look away. */
const CALM = 16

/** Letters that a probe may take to make up its mind, and that may pass until a word begins for it to start at. */
const [LONGEST_PROBE, LONGEST_WORD] = [20, 12]

/** Odds from which a probe calls for full attention. */
const ALARM = 1e4

/** What is done with a unit that arrives. */
const modes = ['reading', 'coasting', 'probing', 'asleep'] as const
type Mode = (typeof modes)[number]

/**
 * Which symbols the net reads. Counts letters of the stream and nothing else, so that cutting it into other chunks
 * changes nothing.
 *
 * - reading: every symbol, by the filter
 * - coasting: none; text waits, as the key reads it
 * - probing: a few letters with the key alone. If they make sense, all that waits is final, and coasting goes on;
 *   otherwise the filter reads all that waits, and what it believes then is final
 * - asleep: none any more; all text is final at once
 */
export class Watch {
  readonly #watch: WatchMode
  readonly #filter: KeyFilter
  readonly #readings: Readings
  readonly #waiting: Waiting
  /** Odds up to which a probe is content. */
  readonly #content: number
  /** Letters that one coasting takes; below 1 there is none. */
  readonly #gap: number
  #mode: Mode = 'reading'
  /** Letters that the mode has seen: calm ones, for reading. */
  #letters = 0
  #probe: Probe | undefined

  constructor(
    { watch, gap, readings, rule }: LiveParts,
    filter: KeyFilter,
    waiting: Waiting,
    saved?: ByteReader,
  ) {
    this.#watch = watch
    this.#filter = filter
    this.#readings = readings
    this.#waiting = waiting
    this.#content = Math.max(1e-6, 1 - rule.probability)
    this.#gap = filter.createProbe ? Math.min(gap, rule.maxDelay - LONGEST_PROBE - LONGEST_WORD) : 0
    if (!saved) return
    const mode = modes[saved.uint16()]
    if (mode === undefined) throw new SnapshotFormatError('state', 'no such mode')
    this.#mode = mode
    this.#letters = saved.uint16()
    if (mode === 'probing') this.#probe = filter.restoreProbe?.(saved)
  }

  get isAsleep(): boolean {
    return this.#mode === 'asleep'
  }

  /** Reads one unit. @returns what is final now; `onRead` hears of each unit that the filter read */
  read(unit: number, position: number, onRead: (position: number) => void): string {
    switch (this.#mode) {
      case 'reading':
        return this.#attend(unit, position, onRead)
      case 'coasting':
        this.#waiting.push(unit)
        this.#coast(unit)
        return ''
      case 'probing':
        this.#waiting.push(unit)
        return this.#look(unit, onRead)
      default:
        this.#waiting.pass(1)
        return this.#readings.textOf(this.#filter.key, String.fromCharCode(unit))
    }
  }

  /** Has the filter read what it has not read yet. */
  readAll(onRead: (position: number) => void): string {
    return this.#mode === 'coasting' || this.#mode === 'probing' ? this.#readAgain(onRead) : ''
  }

  free(): void {
    this.#probe?.free()
  }

  save(writer: ByteWriter): void {
    writer.uint16(modes.indexOf(this.#mode))
    writer.uint16(this.#letters)
    this.#probe?.save(writer)
  }

  #attend(unit: number, position: number, onRead: (position: number) => void): string {
    this.#feed(unit, position, onRead)
    const text = this.#waiting.add(unit, this.#filter)
    if (this.#letters < CALM || this.#waiting.length > 0) return text
    if (this.#watch === 'off') this.#enter('asleep')
    else if (this.#gap > 0) this.#enter('coasting')
    return text
  }

  /** Has the filter read one unit, and counts calm letters where the net may look away after them. */
  #feed(unit: number, position: number, onRead: (position: number) => void): void {
    const index = this.#readings.indexOf(unit)
    this.#filter.read(unit, index, position)
    onRead(position)
    if (this.#watch === 'every' || index === -1) return
    this.#letters = this.#filter.isCertain ? Math.min(CALM, this.#letters + 1) : 0
  }

  #coast(unit: number): void {
    const index = this.#readings.indexOf(unit)
    if (index !== -1) this.#letters++
    const isWordBegin = index === -1 && isSpace(unit) && this.#letters >= this.#gap
    if (!isWordBegin && this.#letters < this.#gap + LONGEST_WORD) return
    this.#enter('probing')
    this.#probe = this.#filter.createProbe?.(unit, index)
  }

  #look(unit: number, onRead: (position: number) => void): string {
    const probe = this.#probe as Probe
    probe.read(unit, this.#readings.indexOf(unit))
    if (probe.odds <= this.#content) {
      this.#filter.adopt?.(probe)
      this.#enter('coasting')
      return this.#waiting.settle(this.#filter, true)
    }
    return probe.odds > ALARM || probe.letters >= LONGEST_PROBE ? this.#readAgain(onRead) : ''
  }

  /** Has the filter read all that waits, before any of it is settled: what comes later tells what came before. */
  #readAgain(onRead: (position: number) => void): string {
    this.#probe?.free()
    this.#enter('reading')
    const { start } = this.#waiting
    this.#waiting.takeBack().forEach((unit, i) => {
      this.#feed(unit, start + i, onRead)
      this.#waiting.push(unit)
    })
    return this.#waiting.settle(this.#filter)
  }

  #enter(mode: Mode): void {
    this.#mode = mode
    this.#letters = 0
    this.#probe = undefined
  }
}
