import type {
  Client,
  ClientSession,
  DecipherOptions,
  Flow,
  SessionEvent,
  SessionPosition,
} from '@runnel/client'

/** A session at a service that is none: a test says what it tells. */
export class FakeSession {
  readonly options: DecipherOptions
  readonly resumed: SessionPosition | undefined
  pushed: string[] = []
  ended = false
  cancelled = false
  #observer: { next?: (event: SessionEvent) => void; error?: (error: unknown) => void } = {}

  constructor(options: DecipherOptions, resumed?: SessionPosition) {
    this.options = options
    this.resumed = resumed
  }

  tell(event: SessionEvent): void {
    this.#observer.next?.(event)
  }

  fail(error: unknown): void {
    this.#observer.error?.(error)
  }

  /** The session, as a client gives it. */
  get client(): ClientSession {
    const flow = {
      subscribe: (observer: object) => {
        this.#observer = observer
        return { unsubscribe() {} }
      },
    } as Flow<SessionEvent>
    const session: Omit<ClientSession, 'tokens' | 'state'> = {
      id: 'a',
      token: 'b',
      events: flow,
      push: async (text) => {
        this.pushed.push(String(text))
      },
      settle: async () => {},
      end: async () => {
        this.ended = true
      },
      stored: async () => {},
      acknowledge: async () => {},
      cancel: async () => {
        this.cancelled = true
      },
      close() {},
      position: () => ({ id: 'a', token: 'b', next: this.pushed.length, lastEventId: '7' }),
    }
    // The page asks for neither tokens nor state.
    return session as ClientSession
  }
}

/** A client of a service that is none, and the sessions that it has opened. */
export const createFakeService = () => {
  const sessions: FakeSession[] = []
  const open = (session: FakeSession): ClientSession => {
    sessions.push(session)
    return session.client
  }
  const client = {
    models: async () => [{ name: 'english' }],
    openSession: async (options: DecipherOptions) => open(new FakeSession(options)),
    resumeSession: (position: SessionPosition) => open(new FakeSession({}, position)),
  } as unknown as Client
  return { client, sessions }
}
