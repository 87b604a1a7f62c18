import { RunnelServiceError } from '../errors.ts'
import { hasShape, isListOf, isText, parseShape } from '../shape.ts'
import { randomKey } from './random-key.ts'
import type { SessionRequests } from './session-requests.ts'
import type { SessionTokens, TokenEntry } from './session-tokens.ts'

const entry = { tokenId: isText, scope: isText, expires: isText }
const isIssued = hasShape({ token: isText, ...entry })
const isTokens = hasShape({ tokens: isListOf(hasShape(entry)) })

/** Makes the requests about a session's tokens; `onRenewed` is called with its new one. */
export const tokenRequests = (
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
