import { toHex } from '../hex.ts'
import type { SessionRecord } from './session-record.ts'

/** Bytes of a digest, and digests that the record holds before they are stored apart. */
const [BYTES, BLOCK] = [8, 512]

/**
 * Digests of all chunks that a session has read, to tell one that is sent again from another of the same number. The
 * latest are in the record, changed here and not written; every 512 make a row.
 */
export class ChunkDigests {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Adds the digest of the chunk number `seq` to the record. */
  append(record: SessionRecord, seq: number, digest: Uint8Array): void {
    const place = (seq % BLOCK) * BYTES
    const block = new Uint8Array(place + BYTES)
    // Of a session from before there were digests the first are missing, and stay 0.
    block.set(record.digests ?? [])
    block.set(digest, place)
    record.digests = block
  }

  /** Tells whether the record holds enough of them for a row. */
  isFull({ digests }: SessionRecord): boolean {
    return digests?.length === BLOCK * BYTES
  }

  /** Stores the digests of the record in a row of their own, when there are enough of them. */
  storeFull(record: SessionRecord): void {
    if (!this.isFull(record)) return
    this.#create()
    this.#sql.exec('INSERT INTO digests VALUES (?, ?)', record.next / BLOCK - 1, record.digests)
    record.digests = undefined
  }

  /** Finds the digest of a chunk, in hexadecimal; nothing where it is not known. */
  find(record: SessionRecord, seq: number): string | undefined {
    const block = Math.floor(seq / BLOCK)
    const digests = block === Math.floor(record.next / BLOCK) ? record.digests : this.#read(block)
    const place = (seq % BLOCK) * BYTES
    const digest = toHex(digests?.subarray(place, place + BYTES) ?? new Uint8Array(0))
    return /[^0]/.test(digest) ? digest : undefined
  }

  #read(block: number): Uint8Array | undefined {
    this.#create()
    const [row] = this.#sql.exec<{ digests: ArrayBuffer }>(
      'SELECT digests FROM digests WHERE block = ?',
      block,
    )
    return row && new Uint8Array(row.digests)
  }

  #create(): void {
    this.#sql.exec('CREATE TABLE IF NOT EXISTS digests (block INTEGER PRIMARY KEY, digests BLOB)')
  }
}
