import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorkerd, type Workerd } from '../start-workerd.ts'
import { fuzz } from './fuzz.ts'
import { judge } from './judge.ts'

let workerd: Workerd
beforeAll(async () => {
  workerd = await startWorkerd()
}, 180_000)
afterAll(() => workerd.stop())

test('attacks break nothing, the last single-bit changes of a good token among them', async () => {
  // The token's own tests change every bit of one.
  const { sent, faults, bits, answers, next } = await fuzz(
    workerd,
    { requests: 900, seed: 3, from: 1400 },
    new AbortController().signal,
  )
  expect(faults).toEqual([])
  expect(sent.get('token, one bit changed')).toBe(bits)
  expect(bits).toBe(1480 - 1400)
  expect(next).toBe(2300)
  expect(sent.size).toBe(7)
  // They get through to every part of it: refused, answered, upgraded.
  for (const status of [101, 200, 400, 401, 403, 405]) expect(answers.get(status)).toBeGreaterThan(0)
}, 180_000)

const attack = {
  kind: 'HTTP',
  bytes: Buffer.from('GET / HTTP/1.1\r\nhost: service\r\n\r\n'),
  whole: true,
  foreign: false,
}
const answer = { status: 404, type: 'application/problem+json', body: '{}', hung: false }

test.each([
  ['nothing, where all is well', {}, {}, undefined],
  ['a fault of ours', {}, { status: 500 }, 'status 500'],
  ['no answer', {}, { status: 0, hung: true }, 'no answer came'],
  [
    'an answer of a session of another client',
    { foreign: true },
    { status: 200 },
    'status 200 for a session of another client',
  ],
  [
    'events of a session of another client',
    { foreign: true },
    { status: 101, body: '\u0081\u0014{"type":"accepted","next":1}' },
    'a socket to a session of another client',
  ],
  [
    'nothing, where a socket is refused',
    { foreign: true },
    { status: 101, body: '\u0081\u0014{"type":"error"}' },
    undefined,
  ],
  ['an error that is no problem', {}, { type: 'text/html', body: '<h1>' }, 'status 404 as text/html'],
  [
    'where in the code something happened',
    {},
    { body: 'Error\n    at push (index.js:1:2)' },
    'internals in the answer',
  ],
  [
    'nothing, where workerd knows no such method',
    {},
    { status: 501, type: 'text/plain', body: 'ERROR: Unrecognized request method.' },
    undefined,
  ],
  [
    'a fault, where the host is one',
    {},
    { status: 500, type: '', body: 'Internal Server Error' },
    'status 500',
  ],
  [
    'nothing, where the host is none',
    { bytes: Buffer.from('GET / HTTP/1.1\r\nhost: %\r\n\r\n') },
    { status: 500, type: '', body: 'Internal Server Error' },
    undefined,
  ],
])('what is found: %s', (_, ofAttack, ofAnswer, found) => {
  expect(judge({ ...attack, ...ofAttack }, { ...answer, ...ofAnswer })).toBe(found)
})
