import { PASSAGES } from './constants.ts'
import type { FlagCosts } from './flag-cost.ts'
import { createPassageFinder } from './passages.ts'
import type { FlagReader } from './read-flag.ts'
import type { PassageReader } from './unread-passages.ts'

/** Makes a reader of passages: flags by the key that is theirs, all else as it stands where the key around it makes no sense of it. */
export const createPassageReader = (flags: FlagReader, costs: FlagCosts): PassageReader => {
  const finder = createPassageFinder()
  const wordsCost = (text: string): number =>
    (text.match(/[a-z]+/gi) ?? []).reduce((sum, word) => sum + costs.wordCost(word), 0)
  return {
    ...finder,
    read(passage, kind, reading) {
      if (kind === 'flag') {
        const flag = flags.readListed(passage)?.text ?? reading
        return flags.costOf(flag) + PASSAGES.flag < flags.costOf(reading) ? flag : reading
      }
      if (kind !== 'bracket') return finder.isOne(kind, reading) ? reading : passage
      return wordsCost(passage) + PASSAGES.words < wordsCost(reading) ? passage : reading
    },
  }
}
