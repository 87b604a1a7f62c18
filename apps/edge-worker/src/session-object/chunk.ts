import { createFnv64 } from './fnv.ts'

/** A numbered piece of a session's text. */
export interface Chunk {
  seq: number
  /** UTF-8, or text. */
  chunk: string | Uint8Array
  /** Nothing follows. */
  end: boolean
}

/** Gives the UTF-8 of a chunk. */
export const bytesOf = ({ chunk }: Pick<Chunk, 'chunk'>): Uint8Array =>
  typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk

/** Gives the digest of a chunk: of its UTF-8, and of one byte that is 1 for the last. */
export const digestOf = (bytes: Uint8Array, { end }: Pick<Chunk, 'end'>): Uint8Array => {
  const hash = createFnv64()
  hash.add(bytes)
  hash.add(Uint8Array.of(Number(end)))
  return hash.bytes()
}
