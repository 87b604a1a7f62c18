import type { Chunk } from '@runnel/core'
import type { Identifier, IdentifySession, KindsEvent } from '@runnel/decipher/identify'
import type { ResumeOptions, Steps } from './steps.ts'

/** Steps from chunks to ranked kinds. @throws SnapshotFormatError, SnapshotMismatchError when the snapshot is of no use */
export const identifySteps = (
  identifier: Identifier,
  { snapshot }: ResumeOptions = {},
): Steps<Chunk, KindsEvent, IdentifySession> => {
  // A copy of its own: the caller may write into the array before anyone subscribes.
  const own = snapshot?.slice()
  if (own) identifier.createSession(own)
  return {
    createState: () => identifier.createSession(own),
    step: (session, chunk) => session.push(chunk),
    flush: (session) => session.flush(),
  }
}
