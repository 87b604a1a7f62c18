import type { ModelSource } from '@runnel/rnn-model'
import { decodeIdentifyModel } from './identify-model.ts'
import { type IdentifySession, WindowedSession } from './identify-session.ts'
import type { KindsEvent } from './ranked-kind.ts'

/** Tells what texts are: plain, under which kind of cipher, in which encoding. Shared by any number of sessions. */
export interface Identifier {
  /** Starts a session, or goes on where a snapshot was taken. @throws SnapshotFormatError, SnapshotMismatchError */
  createSession(snapshot?: Uint8Array | ArrayBuffer): IdentifySession
  /** Tells what a whole text is. */
  identify(text: string): KindsEvent
}

/** Options of an identifier. */
export interface IdentifierOptions {
  /** Whether sessions tell kinds while the text arrives, not only at its end; they do unless this is false. */
  live?: boolean | undefined
}

/**
 * Loads what was learned of the kinds of texts, and makes an identifier of it.
 *
 * @throws ModelLoadError when it cannot be fetched or read
 * @throws ModelFormatError when it is none, cut short, altered, or of another version
 * @example
 * import { loadIdentifier } from '@runnel/decipher/identify'
 * import { identify } from '@runnel/models/identify'
 * const identifier = await loadIdentifier(identify)
 * identifier.identify('Aol tvyupun dhz jvsk, huk aol ivha ohk uva jvtl.').kinds[0].kind // 'caesar'
 */
export const loadIdentifier = async (
  source: ModelSource,
  { live = true }: IdentifierOptions = {},
): Promise<Identifier> => {
  const [{ id, ...model }, found] = await Promise.all([
    decodeIdentifyModel(source),
    // All encodings come with it.
    import('./found-encodings.ts'),
  ])
  const shared = { model, id, found }
  return {
    createSession: (snapshot) => new WindowedSession({ ...shared, live }, snapshot),
    identify(text) {
      const session = new WindowedSession({ ...shared, live: false })
      session.push(text)
      return session.flush()[0]
    },
  }
}
