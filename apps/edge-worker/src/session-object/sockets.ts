import { errorFrame, type RefusalCode, type RefusedError } from '../refused-error.ts'

/** Close codes; what is not named here is told in an error frame, and the socket stays open. */
export const closeCodes: Partial<Record<RefusalCode, number>> = {
  interrupted: 1012,
  overloaded: 1013,
  work_limited: 1013,
  bad_message: 4000,
  unauthorised: 4001,
  token_revoked: 4001,
  session_gone: 4004,
  session_expired: 4008,
  wrong_epoch: 4009,
  events_gone: 4010,
  slow_reader: 4010,
  session_cancelled: 4011,
  model_changed: 4012,
  reader_replaced: 4013,
  too_many_readers: 4029,
}

/** Tells a client why it is sent away, and closes. */
export const refuseSocket = (socket: WebSocket, error: RefusedError): void => {
  if (socket.readyState !== WebSocket.OPEN) return
  socket.send(JSON.stringify(errorFrame(error)))
  socket.close(closeCodes[error.code] ?? 1011, error.code)
}

/** Answers an upgrade with a socket that says why it is refused: browsers show nothing of any other answer. */
export const refusedUpgrade = (error: RefusedError): Response => {
  const { 0: client, 1: socket } = new WebSocketPair()
  socket.accept()
  refuseSocket(socket, error)
  return new Response(null, { status: 101, webSocket: client })
}
