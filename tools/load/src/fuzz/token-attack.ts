import { createHmac } from 'node:crypto'
import type { Random } from '@runnel/core'
import type { Attack } from './exchange.ts'
import { pick, randomBytes, withBitFlipped } from './random-parts.ts'
import type { Target, Targets } from './targets.ts'

const ENDS = [
  ['POST', '/chunks?seq=1', 'gdwd'],
  ['POST', '/settle', ''],
  ['POST', '/ack?id=x', ''],
  ['GET', '/events', ''],
  ['GET', '/socket', ''],
  ['DELETE', '', ''],
] as const

/** A request to a session of another client, with a token that was made up. */
export const tokenAttack = (random: Random, { own, foreign }: Targets): Attack => {
  const target = pick(random, foreign)
  return request(random, target, forged(random, target, pick(random, own)), 'forged token')
}

/** Bits of a good token: as many attacks are there by a single changed bit. */
export const countBits = ({ foreign: [target] }: Targets): number => (target?.token.length ?? 0) * 8

/** A request with the good token of a session of another client, one bit of it changed. */
export const bitAttack = (random: Random, { foreign: [target] }: Targets, bit: number): Attack => {
  if (!target) throw new RangeError('there is no session of another client')
  return request(random, target, withBitFlipped(Buffer.from(target.token), bit), 'token, one bit changed')
}

const request = (random: Random, { id }: Target, token: Buffer, kind: string): Attack => {
  const [method, end, body] = pick(random, ENDS)
  const escaped = [...token].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
  // Some bytes end a header: those tokens only go into the query.
  const inHeader = random.integer(2) === 0 && token.every((byte) => byte > 0x20 && byte !== 0x7f)
  const query = inHeader ? '' : `${end.includes('?') ? '&' : '?'}token=${escaped}`
  const lines = [
    `${method} /v1/sessions/${id}${end}${query} HTTP/1.1`,
    'host: service',
    ...(end === '/socket'
      ? [
          'connection: upgrade',
          'upgrade: websocket',
          'sec-websocket-version: 13',
          `sec-websocket-key: ${KEY}`,
        ]
      : ['connection: close']),
    `content-length: ${body.length}`,
  ]
  const head = Buffer.from(lines.join('\r\n'))
  const authorization = inHeader
    ? Buffer.concat([Buffer.from('\r\nauthorization: Bearer '), token])
    : Buffer.alloc(0)
  return {
    kind,
    bytes: Buffer.concat([head, authorization, Buffer.from(`\r\n\r\n${body}`)]),
    whole: true,
    foreign: true,
  }
}

const KEY = 'AAAAAAAAAAAAAAAAAAAAAA=='

const forged = (random: Random, target: Target, own: Target): Buffer => {
  const [head = '', claims = '', signature = ''] = target.token.split('.')
  const [ownHead = '', ownClaims = '', ownSignature = ''] = own.token.split('.')
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const sign = (text: string, secret: string) =>
    `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
  const wish = { sub: target.id, model: 'english', exp: 4e9 }
  return Buffer.from(
    pick(random, [
      '',
      own.token,
      `${head}.${claims}.`,
      `${head}.${claims}`,
      `${ownHead}.${claims}.${ownSignature}`,
      `${head}.${ownClaims}.${signature}`,
      `${part({ alg: 'none', typ: 'JWT' })}.${claims}.`,
      `${part({ alg: 'NONE' })}.${part(wish)}.x`,
      `${part({ alg: 'HS512', typ: 'JWT' })}.${claims}.${signature}`,
      sign(`${head}.${part(wish)}`, ''),
      sign(`${head}.${part(wish)}`, 'secret'),
      sign(`${part({ alg: 'HS256', typ: 'JWT', kid: '../../dev/null' })}.${part(wish)}`, '\0'),
      `${target.token}=`,
      `${target.token}.`,
      ` ${target.token.slice(1)}`,
      target.token.slice(0, random.integer(target.token.length)),
      target.token.replaceAll('.', '..'),
      target.token.toUpperCase(),
      `${part([])}.${part([wish])}.${signature}`,
      `${head}.${part({ ...wish, sub: [target.id] })}.${signature}`,
      randomBytes(random, 200).toString('base64url'),
      `${target.token}${target.token}`,
    ]),
  )
}
