import type { Answer, Attack } from './exchange.ts'

/** Events that only the owner of a session is told over a socket; the refusal of an upgrade is told there too. */
const EVENT = /"type":"(final|interim|key|done|accepted)"/

/** Names the fault of an answer; undefined when all is well. */
export const judge = (attack: Attack, answer: Answer): string | undefined => {
  const { whole, foreign } = attack
  const { status, type, body, hung } = answer
  if (hung) return 'no answer came'
  if (isOfPlatform(attack, answer)) return undefined
  if (status >= 500) return `status ${status}`
  if (foreign && status >= 200 && status < 300) return `status ${status} for a session of another client`
  if (foreign && status === 101 && EVENT.test(body)) return 'a socket to a session of another client'
  if (whole && status >= 400 && body !== '' && type !== 'application/problem+json') {
    return `status ${status} as ${type || 'nothing'}`
  }
  if (/\n\s+at .*\.(js|ts):|node_modules|session\.internal/.test(body)) return 'internals in the answer'
  return undefined
}

/**
 * Tells whether workerd answered by itself, without the worker: to what is no HTTP, a method or version it does not
 * know, and with 500 to a host that is none, or two. On Cloudflare such requests end before they reach a Worker.
 */
export const isOfPlatform = ({ bytes }: Attack, { status, body }: Answer): boolean => {
  if (/^ERROR: |^unexpected transfer-encoding parsed/.test(body)) return true
  const hosts = bytes.toString('latin1').match(/(?<=\r\nhost: ).*(?=\r\n)/g) ?? []
  return status === 500 && (hosts.length !== 1 || hosts[0] !== 'service')
}

/** Tells whether workerd wrote of a client that broke the rules of sockets, or of the hosts above: no fault of ours. */
export const isRuleBroken = (said: string): boolean =>
  /WebSocket protocol error; protocolError|TypeError: Invalid URL string/.test(said)
