import type { Client, ClientSession, SessionEvent, SessionPosition } from '@runnel/client'
import { choicesOf } from './choices-of.ts'
import type { EdgeReading } from './edge-reading.ts'
import { sendText } from './send-text.ts'

/** Hears of a session, until it is left. */
export interface SessionHearer {
  opened(): void
  received(event: SessionEvent): void
  ended(): void
  failed(error: unknown): void
}

/** The session of one text at the service: opened, or taken up again; text is sent to it, and events come of it. */
export class EdgeSession {
  readonly #reading: EdgeReading
  readonly #hearer: SessionHearer
  #session: ClientSession | undefined
  #isLeft = false

  constructor(reading: EdgeReading, hearer: SessionHearer) {
    this.#reading = reading
    this.#hearer = hearer
  }

  /** Its place, for a reload; none before it is open. */
  get position(): SessionPosition | undefined {
    return this.#session?.position()
  }

  /** Opens a session for the text. */
  open(client: Client): void {
    client.openSession({ ...choicesOf(this.#reading.options), acknowledge: false }).then(
      (session) => {
        if (this.#isLeft) void session.cancel().catch(() => {})
        else this.#follow(session)
      },
      (error) => this.#fail(error),
    )
  }

  /** Goes on with the one that stood at a place. Chunks that are not known to be stored are sent again, under their numbers. */
  resume(client: Client, position: SessionPosition): void {
    const session = client.resumeSession(position, { acknowledge: false })
    const { sent } = this.#reading
    sent.length = Math.min(sent.length, position.next ?? sent.length)
    this.#follow(session)
  }

  /** Sends what is left of the text, and its end. */
  async send(): Promise<void> {
    const [reading, session] = [this.#reading, this.#session]
    if (!session) return
    try {
      await sendText(reading, session)
      if (!reading.isEnded || reading.isEndSent) return
      reading.isEndSent = true
      await session.end()
    } catch (error) {
      this.#fail(error)
    }
  }

  /** Tells the service that it may drop what came up to an event. */
  acknowledge(id: string): void {
    void this.#session?.acknowledge(id).catch(() => {})
  }

  /** Leaves it for good: the service may forget it. */
  leave(): void {
    this.#isLeft = true
    this.#session?.cancel().catch(() => {})
  }

  #follow(session: ClientSession): void {
    this.#session = session
    session.events.subscribe({
      next: (event) => {
        if (this.#isLeft) return
        if (event.type === 'gap') return this.#fail(new Error('the service no longer has the text'))
        this.#hearer.received(event)
      },
      error: (error) => this.#fail(error),
      complete: () => {
        if (!this.#isLeft) this.#hearer.ended()
      },
    })
    void this.send()
    this.#hearer.opened()
  }

  #fail(error: unknown): void {
    if (!this.#isLeft) this.#hearer.failed(error)
  }
}
