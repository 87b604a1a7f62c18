import * as v from 'valibot'
import { limits } from './limits.ts'
import { RefusedError } from './refused-error.ts'

const sequence = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const message = () =>
  v.variant('type', [
    v.strictObject({ type: v.literal('chunk'), seq: sequence, text: v.string() }),
    v.strictObject({ type: v.literal('end'), seq: sequence }),
    v.strictObject({ type: v.literal('settle') }),
    v.strictObject({ type: v.literal('ack'), id: v.string() }),
    v.strictObject({ type: v.literal('mark'), mark: v.string() }),
    v.strictObject({ type: v.literal('keepalive') }),
    v.strictObject({ type: v.literal('cancel') }),
  ])

/** A message that a client may send. */
export type ClientMessage = v.InferOutput<ReturnType<typeof message>>

/** @throws RefusedError when it is none of the messages there are */
export const parseMessage = (text: string | ArrayBuffer): ClientMessage => {
  if (typeof text !== 'string') throw new RefusedError('bad_message', 'binary messages are not understood')
  if (text.length > limits.message) {
    throw new RefusedError('bad_message', `a message has up to ${limits.message} UTF-16 units`)
  }
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
