import { bytesOfMessage } from './bytes-of.ts'
import { type OpenSession, type ReceivedEvent, request } from './sessions.ts'

/** A message of the service: an event, or what else it may say. */
export interface ServerMessage {
  type: string
  id?: string
  text?: string
  code?: string
  next?: number
  expected?: number
  mark?: string
}

/** Opens a WebSocket to a session, and keeps what comes. */
export const openSocket = async (
  { id, token, reader }: OpenSession & { reader?: string },
  lastEventId?: string,
) => {
  const query = new URLSearchParams({
    token,
    ...(lastEventId !== undefined && { lastEventId }),
    ...(reader !== undefined && { reader }),
  })
  const { webSocket } = await request(`/v1/sessions/${id}/socket?${query}`, {
    headers: { upgrade: 'websocket' },
  })
  if (!webSocket) throw new Error('not upgraded')
  webSocket.accept()
  const messages: ServerMessage[] = []
  const waiting = new Set<() => void>()
  let read = 0
  let bytes = 0
  webSocket.addEventListener('message', ({ data }) => {
    bytes += bytesOfMessage(String(data), 'service')
    messages.push(JSON.parse(String(data)))
    for (const check of waiting) check()
  })
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    webSocket.addEventListener('close', ({ code, reason }) => resolve({ code, reason }))
  })
  const send = (message: unknown) =>
    webSocket.send(typeof message === 'string' ? message : JSON.stringify(message))
  /** The next message of a type; those before it are passed over. */
  const next = (type: string) =>
    new Promise<ServerMessage>((resolve) => {
      const check = () => {
        while (read < messages.length) {
          const message = messages[read++] as ServerMessage
          if (message.type !== type) continue
          waiting.delete(check)
          return resolve(message)
        }
      }
      waiting.add(check)
      check()
    })
  return {
    messages,
    closed,
    /** Bytes of all messages that came, with their frames. */
    received: () => bytes,
    send,
    next,
    sendBytes: (bytes: Uint8Array) => webSocket.send(bytes),
    /** Sends back all marks that came and will come, as a client should. */
    sendMarks: () => {
      const sendMark = ({ type, mark }: ServerMessage) => type === 'mark' && send({ type, mark })
      for (const message of messages.slice(read)) sendMark(message)
      webSocket.addEventListener('message', ({ data }) => sendMark(JSON.parse(String(data))))
    },
    close: () => webSocket.close(),
    /** Sends a chunk far ahead, and waits until it is refused: all that was sent before has been taken by then. */
    refused: () => {
      send({ type: 'chunk', seq: 1_000_000, text: '' })
      return next('error')
    },
    /** The events that have an id. */
    stored: () => messages.filter(({ id }) => id !== undefined) as ReceivedEvent[],
    finals: () => messages.map(({ type, text }) => (type === 'final' ? text : '')).join(''),
  }
}
