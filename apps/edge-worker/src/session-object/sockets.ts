import * as v from 'valibot'
import type { Cursor, Frame } from './cursor.ts'
import { errorFrame } from './event-stream.ts'
import { type RefusalCode, RefusedError } from './refused-error.ts'

/** Close codes; what is not named here is answered with an error frame, and the socket stays open. */
export const closeCodes: Partial<Record<RefusalCode, number>> = {
  bad_message: 4000,
  unauthorised: 4001,
  session_gone: 4004,
  session_expired: 4008,
  wrong_epoch: 4009,
  events_gone: 4010,
  session_cancelled: 4011,
  too_many_readers: 4029,
}

const sequence = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const message = () =>
  v.variant('type', [
    v.strictObject({ type: v.literal('chunk'), seq: sequence, text: v.string() }),
    v.strictObject({ type: v.literal('end'), seq: sequence }),
    v.strictObject({ type: v.literal('settle') }),
    v.strictObject({ type: v.literal('ack'), id: v.string() }),
    v.strictObject({ type: v.literal('keepalive') }),
    v.strictObject({ type: v.literal('cancel') }),
  ])

/** What a client may say. */
export type ClientMessage = v.InferOutput<ReturnType<typeof message>>

/** @throws RefusedError when it is none of the messages there are */
export const parseMessage = (text: string | ArrayBuffer): ClientMessage => {
  if (typeof text !== 'string') throw new RefusedError('bad_message', 'binary messages are not understood')
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new RefusedError('bad_message', 'a message is JSON')
  }
  const result = v.safeParse(message(), json)
  if (result.success) return result.output
  const issue = result.issues[0]
  throw new RefusedError('bad_message', `${v.getDotPath(issue) ?? 'message'}: ${issue.message}`)
}

/** Sends a message, unless the socket has closed meanwhile. */
export const send = (socket: WebSocket, message: unknown): void => {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
}

/** Sends frames to a reader. */
export const sendFrames = (socket: WebSocket, frames: readonly Frame[]): void => {
  for (const { id, json } of frames) {
    socket.send(id === undefined ? json : `{"id":"${id}",${json.slice(1)}`)
  }
}

/** Tells a reader why something was refused, and closes where that is the end of it. */
export const refuseSocket = (socket: WebSocket, error: RefusedError): void => {
  send(socket, errorFrame(error))
  const code = closeCodes[error.code]
  if (code !== undefined) socket.close(code, error.code)
}

/** How far a socket's reader has got; outlives hibernation. */
export const cursorOf = (socket: WebSocket): Cursor => socket.deserializeAttachment() as Cursor

/** Remembers how far a socket's reader has got. */
export const keepCursor = (socket: WebSocket, cursor: Cursor): void => socket.serializeAttachment(cursor)
