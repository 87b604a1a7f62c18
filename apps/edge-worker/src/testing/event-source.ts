import { ask, type OpenSession, parseEvents, type ReceivedEvent } from './sessions.ts'

/** Opens an event stream of a session, and reads it piece by piece. */
export const openEvents = async (session: OpenSession, lastEventId?: string) => {
  const headers: HeadersInit = lastEventId === undefined ? {} : { 'last-event-id': lastEventId }
  const { status, body } = await ask(session, '/events', { method: 'GET', headers })
  if (status !== 200 || !body) throw new Error(`status ${status}`)
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  const received: ReceivedEvent[] = []
  let [unread, text] = [0, '']

  /** Reads a piece; false at the end. */
  const more = async (): Promise<boolean> => {
    const { done, value } = await reader.read()
    if (done) return false
    text += value
    const end = text.lastIndexOf('\n\n') + 2
    if (end > 1) received.push(...parseEvents(text.slice(0, end)))
    if (end > 1) text = text.slice(end)
    return true
  }

  return {
    received,
    /** The next event of a type; those before it are passed over. */
    next: async (type: string): Promise<ReceivedEvent> => {
      for (;;) {
        while (unread < received.length) {
          const event = received[unread++] as ReceivedEvent
          if (event.type === type) return event
        }
        if (!(await more())) throw new Error(`the stream ended before ${type}`)
      }
    },
    /** All events up to the end. */
    rest: async (): Promise<ReceivedEvent[]> => {
      while (await more());
      return received
    },
    leave: () => reader.cancel(),
  }
}
