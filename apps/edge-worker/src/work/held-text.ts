import { RefusedError } from '../refused-error.ts'
import { NOBODY } from '../unknown-client.ts'
import { HELD, HELD_BY_ONE, HELD_FOR } from './constants.ts'

/** Text that one request has an isolate hold whole. */
export interface Holding {
  /** Notes further bytes. @throws RefusedError when there is no room for them */
  hold(bytes: number): void
  /** Says that nothing is held any more. */
  letGo(): void
}

interface Held {
  readonly client: string
  bytes: number
  /** When there was last more of it, in milliseconds since 1970. */
  at: number
}

/**
 * Bytes of text that an isolate holds whole, of all clients together and of each: memory is bounded, however many bodies
 * are begun and not gone on with. What a request that the platform has ended held is forgotten after a while.
 */
export class HeldText {
  readonly #now: () => number
  readonly #held = new Set<Held>()

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /** Begins to hold text for a client: nothing as yet. */
  of(client: string): Holding {
    const own: Held = { client, bytes: 0, at: 0 }
    return {
      hold: (bytes) => {
        own.at = this.#now()
        this.#checkRoom(client, bytes)
        own.bytes += bytes
        this.#held.add(own)
      },
      letGo: () => void this.#held.delete(own),
    }
  }

  #checkRoom(client: string, bytes: number): void {
    let [all, ofClient] = [bytes, client === NOBODY ? 0 : bytes]
    for (const one of this.#held) {
      if (one.at < this.#now() - HELD_FOR) this.#held.delete(one)
      else {
        all += one.bytes
        if (one.client === client && client !== NOBODY) ofClient += one.bytes
      }
    }
    if (all <= HELD && ofClient <= HELD_BY_ONE) return
    throw new RefusedError(
      'work_limited',
      'too much text is held here: come back later, or have it streamed',
      {
        retryAfter: 1,
      },
    )
  }
}
