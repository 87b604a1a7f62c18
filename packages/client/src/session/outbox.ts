import { Latch } from './latch.ts'

/** A numbered chunk, and the messages that send it. */
interface Letter {
  seq: number
  /** UTF-16 units of text. */
  units: number
  messages: string[]
  /** True when nothing may follow before it is acknowledged. */
  alone: boolean
}

/** UTF-16 units in one chunk: at most 3 bytes of UTF-8 each, and a chunk may have 8 KiB. */
const CHUNK_UNITS = 2048
/** Chunks that may be on their way at once. */
const WINDOW = 64

/**
 * Chunks that the service has not acknowledged. They are kept until it has, and sent again from the oldest after the
 * connection was lost, or from where the service says after a gap.
 */
export class Outbox {
  readonly #latch = new Latch()
  readonly #capacity: number
  #letters: Letter[] = []
  /** Number of the next new chunk, and of the next to be sent. */
  #next: number
  #cursor: number
  #units = 0
  #ended = false
  /** The gap that was last gone back for: each chunk after a gap is refused, and one return is enough. */
  #gap: number | undefined
  /** It was told once more, so that what was sent since may have been refused too. */
  #gapAgain = false

  /** `next` is the number of the first chunk, `capacity` the UTF-16 units above which `room` waits. */
  constructor(next: number, capacity: number) {
    this.#next = next
    this.#cursor = next
    this.#capacity = capacity
  }

  /** Number of the oldest chunk that is not acknowledged. */
  get next(): number {
    return this.#letters[0]?.seq ?? this.#next
  }

  get ended(): boolean {
    return this.#ended
  }

  /** Adds text, cut into chunks. */
  add(text: string): void {
    for (let i = 0; i < text.length; i += CHUNK_UNITS) {
      const piece = text.slice(i, i + CHUNK_UNITS)
      this.#add(piece.length, (seq) => [{ type: 'chunk', seq, text: piece }])
    }
  }

  /** Adds the end of the stream. */
  addEnd(): void {
    this.#ended = true
    this.#add(0, (seq) => [{ type: 'end', seq }])
  }

  /**
   * Adds a wish to settle. Nothing acknowledges one, so an empty chunk goes with it; and text that follows waits, since
   * a wish that is sent again would settle it too.
   */
  addSettle(): void {
    this.#add(0, (seq) => [{ type: 'settle' }, { type: 'chunk', seq, text: '' }], true)
  }

  /** The messages to send now. */
  take(): string[] {
    const messages: string[] = []
    const sent = this.#cursor - this.next
    for (const letter of this.#letters.slice(sent, WINDOW)) {
      const before = this.#letters[this.#cursor - this.next - 1]
      if (before?.alone || (letter.alone && before)) break
      messages.push(...letter.messages)
      this.#cursor = letter.seq + 1
    }
    return messages
  }

  /** Forgets what the service has acknowledged. */
  accept(next: number): void {
    this.#gap = undefined
    this.#forget(next)
    if (this.#gapAgain) this.#cursor = this.next
    this.#gapAgain = false
  }

  /** Goes back to the chunk that the service expects; false when it is no longer here, or was never. */
  goBack(expected: number): boolean {
    if (expected < this.next || expected > this.#next) return false
    this.#forget(expected)
    if (expected !== this.#gap) this.#cursor = expected
    else this.#gapAgain = true
    this.#gap = expected
    return true
  }

  /** Everything is sent again, on a new connection. */
  rewind(): void {
    this.#gap = undefined
    this.#gapAgain = false
    this.#cursor = this.next
  }

  /** Resolves when there is room for more. */
  room(): Promise<void> {
    return this.#latch.until(() => this.#units < this.#capacity)
  }

  /** Resolves when everything added up to now is stored by the service. */
  stored(): Promise<void> {
    const last = this.#next
    return this.#latch.until(() => this.next >= last)
  }

  /** Rejects all that wait. */
  fail(error: unknown): void {
    this.#latch.fail(error)
  }

  #forget(next: number): void {
    while (this.#letters[0] && this.#letters[0].seq < next) {
      this.#units -= this.#letters[0].units
      this.#letters.shift()
    }
    this.#cursor = Math.max(this.#cursor, this.next)
    this.#latch.changed()
  }

  #add(units: number, write: (seq: number) => object[], alone = false): void {
    const seq = this.#next++
    this.#units += units
    this.#letters.push({ seq, units, messages: write(seq).map((message) => JSON.stringify(message)), alone })
  }
}
