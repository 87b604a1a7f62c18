import type { Random } from '@runnel/core'
import type { Attack } from './exchange.ts'
import { oddNumber, once, pick, randomBytes, randomText } from './random-parts.ts'
import type { Targets } from './targets.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'POST', 'GET', 'POST']
const ENDS = [
  '',
  '/chunks',
  '/settle',
  '/ack',
  '/events',
  '/socket',
  '/tokens',
  '/tokens/first',
  '/tokens/x',
  '/renew',
  '/',
  '/x',
  '/chunks/',
  '//events',
  '/%65vents',
]
const NAMES = [
  'cipher',
  'key',
  'model',
  'commit',
  'maxDelay',
  'watch',
  'seq',
  'end',
  'id',
  'token',
  'lastEventId',
  'reader',
  'scope',
  'seconds',
  'candidates',
  'keyChange',
  'alphabet',
  'language',
  'known',
  'crib',
  'wheels',
  'flagFormat',
  'encoding',
]
const WORDS = [
  'auto',
  'caesar',
  'affine',
  'english',
  'caesar-3',
  'shift-any',
  'every',
  'off',
  'true',
  'substitution',
  'hex',
  'base64 > gzip',
  'es',
  'en,de',
  '3',
  'rot13',
]
const TRAPS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../etc/passwd',
  '%00',
  '%ff',
  '%',
]

/** A request with anything in it: for a route, for a session that is the sender's or another's, or for nothing. */
export const httpAttack = (random: Random, targets: Targets): Attack => {
  const { path, foreign, token } = randomPath(random, targets)
  const method = pick(random, METHODS)
  const body = randomBody(random)
  const headers = randomHeaders(random, token)
  const whole = !once(random, 20)
  const framing = whole
    ? [`content-length: ${body.length}`]
    : pick(random, [
        [`content-length: ${body.length + 10}`],
        ['content-length: x'],
        ['content-length: 3', 'content-length: 4'],
        ['transfer-encoding: chunked'],
        ['transfer-encoding: gzip, chunked', 'content-length: 5'],
        [],
      ])
  const lines = [
    `${method} ${path}${randomQuery(random, targets, token)} HTTP/1.1`,
    'host: service',
    'connection: close',
    ...framing,
    ...headers,
  ]
  return {
    kind: whole ? 'HTTP' : 'HTTP, broken framing',
    bytes: Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body]),
    whole,
    // What another client asks of a route with no session in it, or before a request, is its own affair.
    foreign: foreign && method !== 'OPTIONS',
  }
}

/** A text with options, or something like it, as JSON: whole or cut short. */
const randomJson = (random: Random): Buffer => {
  const value = () =>
    pick<unknown>(random, [
      pick(random, WORDS),
      pick(random, TRAPS),
      randomText(random, 40),
      random.integer(2000) - 100,
      null,
      [[]],
      { toString: 1 },
      once(random, 20) ? 'abcdefghijklmn'.repeat(random.integer(4000)) : '',
    ])
  const options = Array.from({ length: random.integer(4) }, () => [
    pick(random, once(random, 12) ? TRAPS : NAMES),
    value(),
  ])
  const text = once(random, 8) ? value() : 'Aol tvyupun dhz jvsk'.slice(random.integer(20))
  const json = Buffer.from(JSON.stringify({ text, ...Object.fromEntries(options) }))
  return once(random, 10) ? json.subarray(0, random.integer(json.length)) : json
}

const randomPath = (random: Random, { own, foreign }: Targets) => {
  if (once(random, 3)) {
    const target = pick(random, foreign)
    // The right id, with the token of a session of one's own.
    return {
      path: `/v1/sessions/${target.id}${pick(random, ENDS)}`,
      foreign: true,
      token: pick(random, own).token,
    }
  }
  if (once(random, 2)) {
    const session = pick(random, own)
    return { path: `/v1/sessions/${session.id}${pick(random, ENDS)}`, foreign: false, token: session.token }
  }
  const plain = [
    '/',
    '/health',
    '/v1/decipher',
    '/v1/encipher',
    '/v1/identify',
    '/v1/models',
    '/v1/ciphers',
    '/v1/sessions',
    '/docs',
  ]
  const odd = [
    `/${random.integer(2) ? encodeURI(randomText(random, 30)).replaceAll(' ', '') : pick(random, TRAPS)}`,
  ]
  const path = pick(random, [
    ...plain,
    ...plain,
    '/openapi.json',
    ...odd,
    `/v1/${odd[0]}`,
    `/v1/sessions/${odd[0]}`,
  ])
  return { path: path.replace(/[?#].*$/, ''), foreign: false, token: undefined }
}

const randomQuery = (random: Random, { own, foreign }: Targets, token: string | undefined): string => {
  const pairs = Array.from({ length: random.integer(4) }, () => {
    const name = once(random, 12) ? pick(random, [...TRAPS, randomText(random, 8)]) : pick(random, NAMES)
    const value = () =>
      pick(random, [
        pick(random, WORDS),
        oddNumber(random),
        pick(random, TRAPS),
        randomText(random, 40),
        pick(random, own).token,
        pick(random, foreign).id,
        `${pick(random, foreign).epoch}-${oddNumber(random)}`,
        once(random, 50) ? 'x'.repeat(random.integer(9000)) : '',
      ])
    return `${encodeURIComponent(name)}=${encodeURIComponent(value())}`
  })
  if (token !== undefined && once(random, 2)) pairs.push(`token=${token}`)
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

const randomHeaders = (random: Random, token: string | undefined): string[] => {
  const clean = (most: number) => randomText(random, most).replaceAll(/[^\x20-\x7e]/g, '')
  const all = [
    () =>
      `accept: ${pick(random, ['*/*', 'text/plain', 'application/x-ndjson', 'text/event-stream', clean(30)])}`,
    () =>
      `content-type: ${pick(random, ['text/plain', 'application/json', 'multipart/form-data', clean(30)])}`,
    () => `content-encoding: ${pick(random, ['gzip', 'br', 'identity', clean(10)])}`,
    () =>
      `last-event-id: ${pick(random, ['x-1', 'abc-0', oddNumber(random).replaceAll(/[^ -~]/g, ''), clean(60)])}`,
    () => `upgrade: ${pick(random, ['websocket', 'h2c', clean(10)])}`,
    () => `origin: ${pick(random, ['null', 'https://elsewhere.example', clean(30)])}`,
    () => `x-request-id: ${clean(100)}`,
    () => `x-api-key: ${clean(40)}`,
    () => `range: bytes=${oddNumber(random).replaceAll(/[^ -~]/g, '')}-`,
    () => `cookie: ${clean(60)}`,
    () => `x-${'a'.repeat(random.integer(500))}: ${'b'.repeat(random.integer(4000))}`,
    () => `authorization: ${pick(random, ['Bearer', 'Bearer ', 'Basic eDp5', `Bearer ${clean(80)}`])}`,
  ]
  const headers = Array.from({ length: random.integer(4) }, () => pick(random, all)())
  if (token !== undefined && !once(random, 4)) headers.push(`authorization: Bearer ${token}`)
  return headers
}

const randomBody = (random: Random): Buffer =>
  pick(random, [
    () => Buffer.alloc(0),
    () => randomBytes(random, 60),
    () => Buffer.from(randomText(random, 60)),
    () => Buffer.from('Aol tvyupun dhz jvsk'.slice(random.integer(20))),
    () => randomJson(random),
    () => Buffer.from(once(random, 30) ? 'gdwd '.repeat(random.integer(3000)) : '{"type":"cancel"}'),
  ])()
