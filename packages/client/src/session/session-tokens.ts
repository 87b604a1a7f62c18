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
