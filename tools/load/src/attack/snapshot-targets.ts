import { crc32 } from 'node:zlib'
import { createCipher, type Random } from '@runnel/core'
import { createDecipherer, type Decipherer, loadCounts } from '@runnel/decipher'
import { toySubstitution, toyVigenere } from '@runnel/decipher/testing'
import { findCounts, findModel } from '@runnel/models'
import { loadModel } from '@runnel/rnn-model'
import { damageBytes } from '@runnel/rnn-model/testing'
import type { FileTarget } from './file-target.ts'

const TEXT = 'The morning was cold, and the boat had not come. Nobody knew why. '

/** Bytes before the sections of a snapshot, and the place of their CRC-32. */
const [PREFIX, CHECKSUM] = [12, 8]

/** Snapshots of sessions of several kinds and places, damaged with and without a true checksum over it. */
export const snapshotTargets = async (): Promise<FileTarget[]> => {
  const model = await loadModel(await findModel('english'))
  const counts = await loadCounts(await findCounts('english'))
  const kinds: [string, Decipherer][] = [
    ['any key', createDecipherer({ model, counts })],
    ['any key with candidates', createDecipherer({ model, counts, candidates: 5 })],
    ['any key by the net alone', createDecipherer({ model })],
    ['listed keys', createDecipherer({ model, cipher: 'caesar' })],
    ['a periodic key', createDecipherer({ model, cipher: toyVigenere() })],
    ['a substitution', createDecipherer({ model, cipher: toySubstitution() })],
    ['a known key', createDecipherer({ model, cipher: 'caesar', key: { shift: 3 } })],
    ['a transducer', createDecipherer({ model: await loadModel(await findModel('caesar-3')) })],
    ['a recogniser', createDecipherer({ model: await loadModel(await findModel('shift-any')) })],
  ]
  const ciphertext = createCipher('caesar').encrypt(TEXT, { shift: 3 })
  return kinds.map(([name, decipherer]) => {
    const snapshots = [0, 1, 5, 20, TEXT.length].map((length) => {
      const session = decipherer.createSession()
      session.push(ciphertext.slice(0, length))
      const bytes = session.snapshot()
      session.free()
      return bytes
    })
    return {
      name: `snapshot of ${name}`,
      damage(random) {
        const whole = snapshots[random.integer(snapshots.length)] as Uint8Array
        const bytes = random.integer(4) === 0 ? damageBytes(whole, random) : crafted(whole, random)
        return { bytes: bytes.length, read: () => use(decipherer, bytes) }
      },
    }
  })
}

/** A snapshot that is damaged behind its checksum, which is made true again. */
const crafted = (whole: Uint8Array, random: Random): Uint8Array => {
  const held = damageBytes(whole.subarray(PREFIX), random)
  const bytes = new Uint8Array(PREFIX + held.length)
  bytes.set(whole.subarray(0, PREFIX))
  bytes.set(held, PREFIX)
  new DataView(bytes.buffer).setUint32(CHECKSUM, crc32(held), true)
  return bytes
}

/** Goes on with a snapshot, if it is taken. */
const use = (decipherer: Decipherer, bytes: Uint8Array): void => {
  const session = decipherer.createSession(bytes)
  try {
    session.push('dqg qrw')
    session.snapshot()
    session.flush()
  } finally {
    session.free()
  }
}
