import type { PageView } from '../state/page-context.ts'
import type { FactsContext } from '../words/verdict-facts.ts'

/** Bits a letter of English, and of chance, until the model has told its own. */
export const LANGUAGE_BITS = 2.2
/** Bits of one of 26 letters, all equally likely. */
export const RANDOM_BITS = 4.7

/** UTF-16 units whose letters are counted: beyond, nobody calls them too few. */
const COUNTED = 400

const tongues = new Intl.DisplayNames('en', { type: 'language' })

/** Name of the language of a code; English where none is named. */
export const tongueOf = (language = 'en'): string => tongues.of(language) ?? language

/** The context of the verdict's words, besides the judgement. */
export const verdictContext = ({ page }: PageView): FactsContext => {
  const { reader, playback } = page
  const moment = playback.moment.value
  const started = reader.log.started
  const { locks = [], word, cipher, language, stretches } = reader.options.value
  return {
    keys: started?.keys ?? 0,
    left: started?.left ?? 0,
    sought: started?.sought ?? [],
    letters: lettersOf(page.decoded.value.slice(0, Math.min(moment.read, COUNTED))),
    cipher,
    encoding: reader.log.encoding,
    locks,
    word,
    moment,
    isByHand: stretches !== undefined,
    isHeld: reader.fault.value !== undefined || reader.connection.value?.state === 'given up',
    foundAgain: page.foundAgain.value?.probability,
    tongue: tongueOf(language),
    language: moment.fit?.language ?? reader.ready.value?.language ?? LANGUAGE_BITS,
  }
}

const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0
