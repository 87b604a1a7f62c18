import type { Decipherer } from '../decipherer.ts'
import { crc32 } from '../saving/crc32.ts'

/** Units between two moves. */
const STAY = 7

/** Checksums of a session that moves to another place every few units: of all that it tells, and of its snapshots. */
export const checksumOf = (decipherer: Decipherer, text: string | Uint8Array): string => {
  const sum = (value: unknown) => crc32(new TextEncoder().encode(JSON.stringify(value)))
  let session = decipherer.createSession()
  const [told, snapshots]: [unknown[], number[]] = [[], []]
  for (let at = 0; at < text.length; at += STAY) {
    told.push(session.push(text.slice(at, at + STAY)))
    const snapshot = session.snapshot()
    snapshots.push(crc32(snapshot))
    session.free()
    session = decipherer.createSession(snapshot)
  }
  told.push(session.flush())
  return [told, snapshots].map((all) => sum(all).toString(16)).join(' ')
}
