import * as v from 'valibot'
import { ownWords } from '../own-words.ts'
import { RefusedError } from '../refused-error.ts'
import { limits } from './limits.ts'

const SEQUENCE = 'a whole number, 0 or more'
const sequence = v.pipe(v.number(SEQUENCE), v.safeInteger(SEQUENCE), v.minValue(0, SEQUENCE))
const text = v.string('text')

/** Schema of a message of a type, in words of ours. */
const messageOf = <const Type extends string, Entries extends v.ObjectEntries>(
  type: Type,
  entries: Entries,
) =>
  v.strictObject({ type: v.literal(type), ...entries }, (issue) =>
    issue.expected === 'never' ? 'nothing of that name' : (ownWords(entries, issue) ?? 'a value'),
  )

const types = ['chunk', 'end', 'settle', 'ack', 'mark', 'keepalive', 'cancel'] as const

const message = () =>
  v.variant(
    'type',
    [
      messageOf('chunk', { seq: sequence, text }),
      messageOf('end', { seq: sequence }),
      messageOf('settle', {}),
      messageOf('ack', { id: text }),
      messageOf('mark', { mark: text }),
      messageOf('keepalive', {}),
      messageOf('cancel', {}),
    ],
    ({ expected }) => (expected === 'Object' ? 'an object' : `one of ${types.join(', ')}`),
  )

/** A message that a client may send. */
export type ClientMessage = v.InferOutput<ReturnType<typeof message>>

/** Reads a message. @throws RefusedError when it is none of those there are */
export type MessageParser = (text: string | ArrayBuffer) => ClientMessage

/** Makes what reads messages: the schema takes as long to make as the rest of a chunk to be stored. */
export const createMessageParser = (): MessageParser => {
  const schema = message()
  return (text) => parse(text, schema)
}

const parse = (text: string | ArrayBuffer, schema: ReturnType<typeof message>): ClientMessage => {
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
  const result = v.safeParse(schema, json)
  if (result.success) return result.output
  const issue = result.issues[0]
  throw new RefusedError('bad_message', `${v.getDotPath(issue) ?? 'a message'}: expected ${issue.message}`)
}
