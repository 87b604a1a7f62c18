import type { RnnModel } from '@runnel/rnn-model'
import { createDecipherer, type Decipherer } from '../decipherer.ts'
import { encodingOf } from '../encodings/encoding-of.ts'
import type { Identifier } from '../identify/load-identifier.ts'
import { blockFinders } from '../inferences/block-keys.ts'
import { keyFinders, transpositionFinders } from '../inferences/cipher-named.ts'
import type { Counts } from '../language/counts/counts.ts'
import type { LanguageModel } from '../language/language-model.ts'
import { LIKELY } from './constants.ts'
import type { AgainMeans } from './looking-again.ts'

/** Means of trying ciphers that end with the text. */
export interface OtherMeans {
  readonly model: RnnModel | LanguageModel
  readonly counts: Counts
  /** Says whether a search that takes seconds is worth while. */
  readonly identifier: Identifier
}

/** Encodings that bytes under a key come in. */
const OF_BYTES = ['hex', 'base64']

/**
 * The ciphers that are worth trying on a text that was not read: transpositions and Hill, which take milliseconds, and
 * Playfair and XOR where the text looks like them.
 */
export const otherCiphers = ({ model, counts, identifier }: OtherMeans): AgainMeans => ({
  name: `transpositions, hill, playfair, xor ${counts.id}`,
  *others(text): Iterable<Decipherer> {
    for (const find of Object.values(transpositionFinders)) yield createDecipherer({ counts, cipher: find() })
    yield createDecipherer({ counts, cipher: blockFinders.hill() })
    const likely = likelyKinds(identifier, text)
    if (likely.includes('playfair')) yield createDecipherer({ counts, cipher: blockFinders.playfair() })
    if (likely.includes('xor')) {
      const decipherer = createDecipherer({ model, counts, cipher: keyFinders.xor() })
      for (const encoding of OF_BYTES) yield encodingOf(encoding)(decipherer)
    }
  },
})

const likelyKinds = (identifier: Identifier, text: string): string[] => {
  const session = identifier.createSession()
  session.push(text)
  const kinds = session.flush().at(-1)?.kinds ?? []
  return kinds.filter(({ probability }) => probability >= LIKELY).map(({ kind }) => kind)
}
