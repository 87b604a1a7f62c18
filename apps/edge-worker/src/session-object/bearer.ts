import type { TokenScope } from '../session-token.ts'

/** Who asks something of a session: one of its tokens. */
export interface Bearer {
  tokenId: string
  scope: TokenScope
}

/** A token as its session knows it. */
export interface IssuedToken extends Bearer {
  /** Milliseconds since 1970, a whole second. */
  expires: number
  /** Key of the tries that asked for it. */
  key?: string | undefined
}

/** Wish for a token. */
export interface TokenWish {
  scope: TokenScope
  /** Milliseconds that it is good for; as long as the session lasts unless given. */
  time: number | undefined
  /** Tries that carry the same key mean the same token. */
  key: string | undefined
}
