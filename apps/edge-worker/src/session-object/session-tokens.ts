import { RefusedError } from '../refused-error.ts'
import { FIRST_TOKEN } from '../session-token.ts'
import type { IssuedToken, TokenWish } from './bearer.ts'
import { limits } from './limits.ts'
import type { SessionStore } from './session-record.ts'

/** All that is stored of a session's tokens, and when the session comes of age, in milliseconds since 1970. */
interface TokensRecord {
  expires: number
  tokens: IssuedToken[]
}

const KEY = 'tokens'

/**
 * Tokens that are good for a session, and the age that renewing them gives it. What is not listed was revoked or has
 * expired. While there is none but the first, nothing is stored.
 */
export class SessionTokens {
  readonly #storage: DurableObjectStorage
  readonly #store: SessionStore
  /** The latest, and the session that it is of: it is asked for at every step. */
  #latest: { epoch: string; record: TokensRecord } | undefined

  constructor(storage: DurableObjectStorage, store: SessionStore) {
    this.#storage = storage
    this.#store = store
  }

  /** Time at which the session comes of age, in milliseconds since 1970. */
  get expires(): number {
    return this.#read().expires
  }

  list(): IssuedToken[] {
    return this.#read().tokens
  }

  /** Finds a token. @throws RefusedError when it was revoked */
  find(tokenId: string): IssuedToken {
    const token = this.list().find((other) => other.tokenId === tokenId)
    if (token) return token
    throw new RefusedError('token_revoked', 'the token was revoked')
  }

  /** Issues a token of random name, once however often it is asked for under a key. */
  issue({ scope, time, key }: TokenWish, now: number): IssuedToken {
    const { expires, tokens } = this.#read()
    const good = tokens.filter((token) => token.expires > now)
    const issued = good.find((token) => key !== undefined && token.key === key)
    if (issued?.scope === scope) return issued
    if (issued) throw new RefusedError('idempotency_key_reused', 'under this key another token was issued')
    if (good.length >= limits.tokens) {
      throw new RefusedError(
        'too_many_tokens',
        `a session has up to ${limits.tokens} tokens: revoke one first`,
      )
    }
    const until = wholeSecond(time === undefined ? expires : now + time)
    const token = { tokenId: crypto.randomUUID(), scope, expires: until, key }
    this.#write({ expires, tokens: [...good, token] })
    return token
  }

  /** Has a token, and its session with it, last for a session's age from now. */
  renew(tokenId: string, now: number): IssuedToken {
    const expires = now + limits.age
    const renewed = { ...this.find(tokenId), expires: wholeSecond(expires) }
    const tokens = this.list().map((token) => (token.tokenId === tokenId ? renewed : token))
    this.#write({ expires, tokens })
    return renewed
  }

  /** @throws RefusedError when there is no such token */
  revoke(tokenId: string): void {
    const { expires, tokens } = this.#read()
    const left = tokens.filter((token) => token.tokenId !== tokenId)
    if (left.length === tokens.length) {
      throw new RefusedError('token_unknown', 'the session has no token of that name')
    }
    this.#write({ expires, tokens: left })
  }

  /** Forgets the tokens that have expired, and gives them. */
  sweep(now: number): IssuedToken[] {
    const { expires, tokens } = this.#read()
    const expired = tokens.filter((token) => token.expires <= now)
    if (expired.length > 0) this.#write({ expires, tokens: tokens.filter((token) => token.expires > now) })
    return expired
  }

  #read(): TokensRecord {
    const { created, epoch } = this.#store.read()
    if (this.#latest?.epoch === epoch) return this.#latest.record
    const expires = created + limits.age
    const first = { tokenId: FIRST_TOKEN, scope: 'write', expires: wholeSecond(expires) } as const
    const record = this.#storage.kv.get<TokensRecord>(KEY) ?? { expires, tokens: [first] }
    this.#latest = { epoch, record }
    return record
  }

  #write(record: TokensRecord): void {
    this.#storage.kv.put(KEY, record)
    this.#latest = { epoch: this.#store.read().epoch, record }
  }
}

/** Tokens tell their time in seconds. */
const wholeSecond = (time: number): number => Math.ceil(time / 1000) * 1000
