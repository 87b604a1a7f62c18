import { RefusedError } from '../refused-error.ts'
import { NOBODY } from '../unknown-client.ts'
import { HELD, HELD_BY_ONE, HELD_FOR } from './constants.ts'

/** Memory that one request has an isolate hold. */
export interface Holding {
  /** Notes further bytes. @throws RefusedError when there is no room for them */
  hold(bytes: number): void
  /** Says that what is held is still wanted. */
  touch(): void
  /** Says that nothing is held any more. */
  letGo(): void
}

interface Held {
  readonly client: string
  bytes: number
  /** When it was last wanted, in milliseconds since 1970. */
  at: number
}

/**
 * Bytes that the open streams of an isolate hold, of all clients together and of each: memory is bounded, however many bodies
 * are begun and not gone on with. What a request that the platform has ended held is forgotten after a while.
 */
export class HeldMemory {
  readonly #now: () => number
  readonly #held = new Set<Held>()

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /** Begins to hold for a client: nothing as yet. */
  of(client: string): Holding {
    const own: Held = { client, bytes: 0, at: 0 }
    return {
      hold: (bytes) => {
        own.at = this.#now()
        this.#checkRoom(client, bytes)
        own.bytes += bytes
        this.#held.add(own)
      },
      touch: () => {
        own.at = this.#now()
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
      'as many streams are open here, or as much text is held, as may be: come back later',
      {
        retryAfter: 1,
      },
    )
  }
}
