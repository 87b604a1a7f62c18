import type { WatchMode } from '@runnel/decipher'

/** Options of deciphering: the query of `/v1/decipher` and of `/v1/sessions`. */
export interface DecipherOptions {
  /** Name of a cipher, or `auto`, which is the default. */
  cipher?: string | undefined
  /** The key, where it is known, as the cipher writes it. */
  key?: string | undefined
  /** Letters that the cipher moves: the code of an alphabet, such as `es`, or ten letters or more; a to z unless given. */
  alphabet?: string | undefined
  /** Codes of the plaintext's languages, with commas between, or `auto`; that of the alphabet, or `en`, unless given. */
  language?: string | undefined
  /** Letters of a substitution that are known, such as `X=e,Q=u`; needs the cipher `substitution`. */
  known?: string | undefined
  /** Words that are likely to occur in a plaintext by substitution, such as `BREAD,RIVER`. */
  crib?: string | undefined
  /** Wheels of an Enigma whose start is not known, such as `I-II-III`, which it is unless given; needs the cipher `enigma`. */
  wheels?: string | undefined
  /** Beginnings of flags besides well-known ones, such as `picoCTF{`, with commas between, or `none`; without cipher and key. */
  flagFormat?: string | undefined
  /** Name of a model of the service. */
  model?: string | undefined
  /** Probability from which text is final. */
  commit?: number | undefined
  /** Letters that may wait to become final. */
  maxDelay?: number | undefined
  watch?: WatchMode | undefined
  /** Probability that the key changes at a letter, or `off` where there is one key. */
  keyChange?: number | 'off' | undefined
  /** Keys that events tell at the most, best first: 1 to 20; none unless given. */
  candidates?: number | undefined
  /** Encodings around the cipher, as `base64 > hex`, or `auto` for whichever there are; none unless given. */
  encoding?: string | undefined
}

/** Options of enciphering: the query of `/v1/encipher`. */
export interface EncipherOptions {
  cipher: string
  key: string
  /** Letters that the cipher moves: the code of an alphabet, or ten letters or more; its own unless given. */
  alphabet?: string | undefined
}

/** Options of any request. */
export interface RequestOptions {
  /** Ends it early. */
  signal?: AbortSignal | undefined
}

/** Options of requests that send text. */
export interface UploadOptions extends RequestOptions {
  /**
   * `stream` sends as text comes, `whole` gathers it first. Browsers give no answer before a body has been sent, and
   * send streams over HTTP/2 or later only: `whole` is their default, and sessions are their way to stream.
   */
  upload?: 'stream' | 'whole' | undefined
}

/** A model of the service. */
export interface ModelEntry {
  name: string
}

/** A language of the service. */
export interface LanguageEntry {
  /** ISO 639-1 code, for the option `language`. */
  code: string
  name: string
  /** The letters of its script, where that is not the Latin one. */
  letters?: string
  /** Bytes of its counts. */
  bytes: number
  /** Bits a character that they take, of text that they were not counted of. */
  bits: number
  /** Counts that tell its own letters apart, where the option `alphabet` names them. */
  own?: { letters: string; bytes: number; bits: number }
  /** Present where a substitution is searched in it. */
  substitution?: true
}

/** A cipher of the service, and how its key is written. */
export interface CipherEntry {
  name: string
  key: string
}

/** As much of a WebSocket as is used here: that of the platform, or of the package `ws`. */
export interface SocketLike {
  send(text: string): void
  close(code?: number, reason?: string): void
  addEventListener(type: 'open' | 'message' | 'close' | 'error', listener: (event: SocketEvent) => void): void
}

/** Event of a socket, with the members that its type has. */
export interface SocketEvent {
  readonly data?: unknown
  readonly code?: number
  readonly reason?: string
}

/** Timers and a clock, so that a test may hold time in its hands. */
export interface Timers {
  /** Milliseconds since 1970. The platform's unless given. */
  now?(): number
  /** Calls back after some milliseconds; gives a function that prevents it. */
  after(milliseconds: number, callback: () => void): () => void
}

/** Address of the service, and the parts of the platform to use. */
export interface ClientOptions {
  /** Address of the service, such as `https://runnel.example`. */
  url: string | URL
  /** Key of a service that wants one. Keep it out of browsers. */
  apiKey?: string | undefined
  /** The platform's unless given. */
  fetch?: ((request: Request) => Response | Promise<Response>) | undefined
  /** The platform's unless given. Node 20 has none: give it that of the package `ws`. */
  WebSocket?: (new (url: string) => SocketLike) | undefined
  timers?: Timers | undefined
  /** Uniform in [0, 1): spreads the tries of many clients. */
  random?: (() => number) | undefined
}
