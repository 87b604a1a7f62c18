import { type OpenSession, request } from './sessions.ts'

/** A message of the service. */
export interface ServerMessage {
  type: string
  id?: string
  text?: string
  code?: string
  next?: number
  expected?: number
}

/** Opens a WebSocket to a session, and keeps what comes. */
export const openSocket = async ({ id, token }: OpenSession, lastEventId?: string) => {
  const query = `token=${token}${lastEventId === undefined ? '' : `&lastEventId=${lastEventId}`}`
  const { webSocket } = await request(`/v1/sessions/${id}/socket?${query}`, {
    headers: { upgrade: 'websocket' },
  })
  if (!webSocket) throw new Error('not upgraded')
  webSocket.accept()
  const messages: ServerMessage[] = []
  const waiting = new Set<() => void>()
  let read = 0
  webSocket.addEventListener('message', ({ data }) => {
    messages.push(JSON.parse(String(data)))
    for (const check of waiting) check()
  })
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    webSocket.addEventListener('close', ({ code, reason }) => resolve({ code, reason }))
  })
  return {
    messages,
    closed,
    send: (message: unknown) =>
      webSocket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    close: () => webSocket.close(),
    /** The next message of a type; those before it are passed over. */
    next: (type: string) =>
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
      }),
    finals: () => messages.map(({ type, text }) => (type === 'final' ? text : '')).join(''),
  }
}
