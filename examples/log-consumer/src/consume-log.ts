import { type Decipherer, type DecipherSession, finalText } from '@runnel/decipher'

/** One record of a log: a piece of the text that its subject carries. Offsets rise, with or without gaps. */
export interface LogRecord {
  offset: number
  subject: string
  chunk: string
}

/** Place of a reader in a log. */
export interface Checkpoint {
  /** Of the last record of the subject that was read. */
  offset: number
  /** Of the session, right after it. */
  snapshot: Uint8Array
}

/** Keeps the plaintext of each subject, and where it was read from: always of one moment. */
export interface Store {
  /** Opens the text of a subject; gives its checkpoint where it has one. */
  open(subject: string): Checkpoint | undefined
  /** Adds to the text of a subject, and replaces its checkpoint: both or neither. */
  append(subject: string, text: string, checkpoint: Checkpoint): void
  /** Offset of the last record of any subject; 0 where there is none. */
  latest(): number
}

/**
 * Deciphers the texts of all subjects of a log, each in a session of its own, and stores what each record adds together
 * with a checkpoint: whoever is killed goes on from there, and a record that is delivered again is left out.
 */
export const consumeLog = async (
  records: AsyncIterable<LogRecord>,
  decipherer: Decipherer,
  store: Store,
): Promise<void> => {
  const readers = new Map<string, { session: DecipherSession; offset: number }>()
  for await (const { offset, subject, chunk } of records) {
    let reader = readers.get(subject)
    if (!reader) {
      const stored = store.open(subject)
      reader = { session: decipherer.createSession(stored?.snapshot), offset: stored?.offset ?? 0 }
      readers.set(subject, reader)
    }
    const { session } = reader
    if (offset <= reader.offset) continue
    reader.offset = offset
    const text = finalText(session.push(chunk))
    store.append(subject, text, { offset, snapshot: session.snapshot() })
  }
}
