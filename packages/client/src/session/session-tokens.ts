import { RunnelServiceError } from '../errors.ts'
import { hasShape, isListOf, isText, parseShape } from '../shape.ts'
import { randomKey } from './random-key.ts'
import type { SessionRequests } from './session-requests.ts'

/** A token of a session, without its secret. */
export interface TokenEntry {
  /** Name of the token in its session, by which it is revoked. */
  tokenId: string
  /** `read` is good for events and state, `write` for all there is. */
  scope: 'read' | 'write'
  /** Time at which it expires, in ISO 8601. */
  expires: string
}

/** Wish for a further token. */
export interface TokenWish {
  /** Default: `read`. */
  scope?: 'read' | 'write' | undefined
  /** Seconds that it is good for; as long as the session lasts unless given. */
  seconds?: number | undefined
}

/** Tokens of a session, for who has one that writes. */
export interface SessionTokens {
  /** Issues a further token: one that only reads, unless asked otherwise. Hand it on with the id of the session. */
  issue(wish?: TokenWish): Promise<TokenEntry & { token: string }>
  list(): Promise<TokenEntry[]>
  /** Makes a token good for nothing from now on, and sends its readers away. */
  revoke(tokenId: string): Promise<void>
  /** Has the session last for another 24 hours; its token and position are new then. Gives the time at which it ends. */
  renew(): Promise<string>
}

const entry = { tokenId: isText, scope: isText, expires: isText }
const isIssued = hasShape({ token: isText, ...entry })
const isTokens = hasShape({ tokens: isListOf(hasShape(entry)) })

/** Makes the requests about a session's tokens; `onRenewed` is called with its new one. */
export const sessionTokens = (
  requests: SessionRequests,
  onRenewed: (token: string) => void,
): SessionTokens => ({
  async issue({ scope, seconds } = {}) {
    const headers = { 'idempotency-key': randomKey() }
    const answer = await requests.ask({ method: 'POST', end: '/tokens', query: { scope, seconds }, headers })
    return parseShape(answer, isIssued)
  },
  async list() {
    return parseShape<{ tokens: TokenEntry[] }>(await requests.ask({ end: '/tokens' }), isTokens).tokens
  },
  async revoke(tokenId) {
    const end = `/tokens/${encodeURIComponent(tokenId)}`
    await requests.ask({ method: 'DELETE', end }).catch((error: unknown) => {
      // An earlier try may have revoked it.
      if (!RunnelServiceError.isInstance(error) || error.code !== 'token_unknown') throw error
    })
  },
  async renew() {
    const answer = await requests.ask({ method: 'POST', end: '/renew' })
    const { token, expires } = parseShape<{ token: string; expires: string }>(answer, isIssued)
    requests.credentials = { token, expires }
    onRenewed(token)
    return expires
  },
})
