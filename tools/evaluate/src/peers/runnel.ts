import { answer, UNKNOWN } from '../answers/answer.ts'
import { CONFIDENT } from '../answers/outcome.ts'
import { openFrontDoor } from '../open-front-door.ts'
import type { Peer } from './peer.ts'

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
