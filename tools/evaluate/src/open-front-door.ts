import { createDecipherer, type Decipherer } from '@runnel/decipher'
import { lookingAgain, otherCiphers } from '@runnel/decipher/again'
import { encodingOf } from '@runnel/decipher/encodings'
import { readingFlags, readingHeads } from '@runnel/decipher/flags'
import { loadIdentifier } from '@runnel/decipher/identify'
import { identify } from '@runnel/models/identify'
import { openAuto } from './open-auto.ts'
import { openCounts, openModel } from './open-model.ts'

/** Deciphers as the command line does where nothing is named: encodings, flags, listed keys and those that are sought. */
export const openFrontDoor = async (name?: string): Promise<Decipherer> => {
  const means = {
    counts: await openCounts(),
    model: await openModel('english', name),
    identifier: await loadIdentifier(identify),
  }
  const deciphering = readingFlags(means)(createDecipherer({ ...means, cipher: await openAuto() }))
  return encodingOf('auto')(readingHeads(lookingAgain(otherCiphers(means))(deciphering)))
}
