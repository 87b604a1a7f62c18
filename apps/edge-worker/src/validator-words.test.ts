import { expect, test } from 'vitest'
import { send } from './testing/requests.ts'
import { openSession } from './testing/sessions.ts'
import { openSocket } from './testing/socket.ts'

/** Words of the validator, which are about types that no client ever sees. */
const VALIDATOR = /Invalid |Expected |Array|Object|never|safe integer|NaN|\|/

test.each([
  ['/v1/encipher', 'cipher: expected the name of a cipher'],
  ['/v1/encipher?cipher=caesar', 'key: expected a key'],
  ['/v1/encipher?cipher=caesar&cipher=affine&key=3', 'cipher: expected'],
  ['/v1/decipher?model=a&model=b', 'model: expected one value'],
  ['/v1/decipher?commit=x', 'commit: expected a number, received "x"'],
  ['/v1/decipher?commit=0.9&commit=0.8', 'commit: expected one value'],
  ['/v1/decipher?watch=always', 'watch: expected one of every, adaptive, off, received "always"'],
  ['/v1/decipher?cypher=x', 'cypher: expected no such parameter; possible are cipher, key'],
  ['/v1/decipher?__proto__=x', '__proto__: expected no such parameter'],
  ['/v1/sessions?maxDelay=1e9', 'maxDelay: expected a number of letters up to 512'],
  ['/v1/sessions/x/chunks', 'seq: expected a whole number, 0 or more'],
  ['/v1/sessions/x/chunks?seq=0&seq=1', 'seq: expected a whole number, 0 or more'],
  ['/v1/sessions/x/chunks?seq=0&end=yes', 'end: expected true or false, received "yes"'],
  ['/v1/sessions/x/ack', 'id: expected the id of an event'],
])('POST %s says in our words: %s', async (path, words) => {
  const { detail } = (await (await send(path, '')).json()) as { detail: string }
  expect(detail).toContain(words)
  expect(detail).not.toMatch(VALIDATOR)
})

test.each([
  ['[]', 'type: expected one of chunk, end, settle, ack, mark, keepalive, cancel'],
  ['3', 'a message: expected an object'],
  ['{}', 'type: expected one of chunk, end, settle, ack, mark, keepalive, cancel'],
  ['{"type":"push"}', 'type: expected one of chunk, end'],
  ['{"type":"chunk","text":"x"}', 'seq: expected a whole number, 0 or more'],
  ['{"type":"chunk","seq":"0","text":"x"}', 'seq: expected a whole number, 0 or more'],
  ['{"type":"chunk","seq":0.5,"text":"x"}', 'seq: expected a whole number, 0 or more'],
  ['{"type":"end","seq":-1}', 'seq: expected a whole number, 0 or more'],
  ['{"type":"chunk","seq":0}', 'text: expected text'],
  ['{"type":"ack","id":3}', 'id: expected text'],
  ['{"type":"settle","seq":1}', 'seq: expected nothing of that name'],
])('the message %s is told in our words: %s', async (message, words) => {
  const socket = await openSocket(await openSession('model=caesar-3'))
  socket.send(message)
  const { code, detail } = (await socket.next('error')) as { code?: string; detail?: string }
  expect(code).toBe('bad_message')
  expect(detail).toContain(words)
  expect(detail).not.toMatch(VALIDATOR)
})
