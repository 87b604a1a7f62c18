import { createDecipherer, type Decipherer } from '@runnel/decipher'
import { lookingAgain, otherCiphers } from '@runnel/decipher/again'
import { encodingOf } from '@runnel/decipher/encodings'
import { readingFlags } from '@runnel/decipher/flags'
import { loadIdentifier } from '@runnel/decipher/identify'
import { identify } from '@runnel/models/identify'
import { answer, UNKNOWN } from '../answers/answer.ts'
import { CONFIDENT } from '../answers/outcome.ts'
import { openAuto } from '../open-auto.ts'
import { openCounts, openModel } from '../open-model.ts'
import type { Peer } from './peer.ts'

/** Deciphers as the command line does where nothing is named: encodings, flags, listed keys and those that are sought. */
export const openFrontDoor = async (name?: string): Promise<Decipherer> => {
  const means = {
    counts: await openCounts(),
    model: await openModel('english', name),
    identifier: await loadIdentifier(identify),
  }
  const deciphering = readingFlags(means)(createDecipherer({ ...means, cipher: await openAuto() }))
  return encodingOf('auto')(lookingAgain(otherCiphers(means))(deciphering))
}

export const openRunnel = async (): Promise<Peer> => {
  const decipherer = await openFrontDoor()
  return {
    name: '`runnel TEXT`',
    read(text) {
      const { text: reading, cipher, probability } = answer(decipherer, text)
      return { guesses: [reading], isUnsure: cipher === UNKNOWN || probability <= CONFIDENT }
    },
  }
}
