import type { Chunk } from '@runnel/core'
import { SessionClosedError } from '../errors.ts'
import { createChunkDecoder } from './chunk-decoder.ts'
import type { Outbox } from './outbox.ts'

/** The side of a session that is written to: puts text into an outbox, as far as that is still possible. */
export class SessionWriter {
  readonly #outbox: Outbox
  readonly #writes: boolean
  readonly #flush: () => void
  readonly #decode: (chunk: Chunk) => string = createChunkDecoder()
  #over: { error: unknown } | undefined

  /** `writes` is false for who only reads; `flush` is called when there is something new to send. */
  constructor(outbox: Outbox, writes: boolean, flush: () => void) {
    this.#outbox = outbox
    this.#writes = writes
    this.#flush = flush
  }

  /** Adds text; resolves when there is room for more. */
  push(chunk: Chunk): Promise<void> {
    return this.#write(
      () => this.#outbox.add(this.#decode(chunk)),
      () => this.#outbox.room(),
    )
  }

  /** Adds a wish to settle; resolves when that is stored. */
  settle(): Promise<void> {
    return this.#write(
      () => this.#outbox.addSettle(),
      () => this.#outbox.stored(),
    )
  }

  /** Adds the end; resolves when that is stored. */
  end(): Promise<void> {
    return this.#write(
      () => {
        this.#outbox.add(this.#decode(''))
        this.#outbox.addEnd()
      },
      () => this.#outbox.stored(),
    )
  }

  /** Rejects all that wait, and all that comes later. */
  fail(error: unknown): void {
    this.#over = { error }
    this.#outbox.fail(error)
  }

  async #write(add: () => void, until: () => Promise<void>): Promise<void> {
    if (!this.#writes) throw new SessionClosedError('was resumed without `next`, to be read only')
    if (this.#outbox.ended) throw new SessionClosedError('has been ended')
    if (this.#over) throw this.#over.error
    add()
    this.#flush()
    await until()
  }
}
