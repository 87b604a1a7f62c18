import { createXor } from '@runnel/core/ciphers'
import type { RnnModel } from '@runnel/rnn-model'
import { createDecipherer, type Decipherer } from '../decipherer.ts'
import { encodingOf } from '../encodings/encoding-of.ts'
import { FORMATS } from '../flags/constants.ts'
import { flagXorKey } from '../flags/xor-key.ts'
import type { Kind } from '../identify/kinds.ts'
import type { Identifier } from '../identify/load-identifier.ts'
import { blockFinders } from '../inferences/block-keys.ts'
import { keyFinders, transpositionFinders } from '../inferences/cipher-named.ts'
import { isByWords } from '../inferences/is-by-words.ts'
import type { Finding, KeyFinder } from '../inferences/key-finder.ts'
import { isInGroups } from '../input/is-in-groups.ts'
import type { Counts } from '../language/counts/counts.ts'
import type { LanguageModel } from '../language/language-model.ts'
import type { AgainMeans } from './again-means.ts'
import { byteKey } from './byte-key.ts'
import { LIKELY, SPARED, TOLD } from './constants.ts'
import { leavingGaps } from './leaving-gaps.ts'
import { bytesOf, encodingOfBytes, encodingsOfWhole, isOfLetters } from './text-kind.ts'

/** Means of trying ciphers that end with the text. */
export interface OtherMeans {
  readonly model: RnnModel | LanguageModel
  readonly counts: Counts
  /** Says whether a search that takes seconds is worth while. */
  readonly identifier: Identifier
}

/** Ciphers whose keys repeat. */
const REPEATED = ['vigenere', 'beaufort'] as const

type Repeating = (typeof REPEATED)[number] | 'porta' | 'autokey'

/** Ciphers whose keys are sought where the text looks like the kind that they are of. */
const OF_KIND: readonly (readonly [Kind, Repeating])[] = [
  ['periodic', 'porta'],
  ['autokey', 'autokey'],
]

/**
 * The ciphers that are worth trying on a text that was not read. On letters: keys that repeat where these stand in groups,
 * transpositions, words that are reversed each by itself, listed keys backwards or on other keys of a keyboard, and Hill, which
 * take milliseconds; Porta, autokey and Playfair where the text looks like it. On bytes that are written down, or were and
 * print: XOR, whose key the beginning of a flag may tell. On one long word: encodings that show by the whole of it.
 */
export const otherCiphers = ({ model, counts, identifier }: OtherMeans): AgainMeans => ({
  name: `long words, groups, transpositions, words, hill, porta, autokey, playfair, xor ${counts.id}`,
  *others(text): Iterable<Decipherer> {
    const within = (around: string): Decipherer => encodingOf(around)(createDecipherer({ model, counts }))
    for (const encoding of encodingsOfWhole(text)) yield within(encoding)
    const encoding = encodingOfBytes(text)
    if (encoding !== undefined) {
      const key = flagXorKey(bytesOf(text, encoding), FORMATS)
      if (key !== undefined) yield encodingOf(encoding)(createDecipherer({ cipher: createXor(), key }))
      // Numbers are no kind of their own, and are told from text by their key alone.
      const isWorthWhile = !/hex|base/.test(encoding) || likelyKinds(identifier, text).includes('xor')
      if (isWorthWhile) {
        yield encodingOf(encoding)(createDecipherer({ model, counts, cipher: keyFinders.xor() }))
      }
      return
    }
    // Letters alone are no bytes under a key: a flag comes out of one in fifty of 24 letters.
    const flagKey = /^[a-z\s]*$/i.test(text) ? undefined : flagXorKey(text, FORMATS)
    const key = flagKey ?? byteKey(text, createDecipherer({ model, counts }))
    if (key !== undefined) yield createDecipherer({ cipher: createXor(), key })
    if (isOfLetters(text)) {
      // A key that repeats is sought as if spaces parted words.
      const repeating = (cipher: Repeating): Decipherer =>
        createDecipherer({ model, counts, cipher: finderOf(cipher, text) })
      for (const cipher of isInGroups(text) ? REPEATED : []) yield leavingGaps(repeating(cipher))
      // What is words either way goes by their order.
      if (isByWords(text, counts)) yield within('words-reversed')
      else yield createDecipherer({ counts, cipher: transpositionFinders.transposition(), candidates: TOLD })
      // Under a key that is listed, too.
      for (const around of ['reversed', 'keys-right', 'keys-left']) yield within(around)
      yield createDecipherer({ counts, cipher: blockFinders.hill() })
      const kinds = likelyKinds(identifier, text)
      for (const [kind, cipher] of OF_KIND) {
        if (!kinds.includes(kind)) continue
        yield isInGroups(text) ? leavingGaps(repeating(cipher)) : repeating(cipher)
      }
      if (kinds.includes('playfair')) {
        yield createDecipherer({ counts, cipher: blockFinders.playfair() })
      }
    }
  },
})

/** The search for a key that repeats: of a longer text, one that takes all its trouble where there is hope alone. */
const finderOf = (cipher: Repeating, { length }: string): KeyFinder<Finding> => {
  const finder = keyFinders[cipher]()
  if (length < SPARED) return finder
  return { ...finder, prepare: (means) => finder.prepare({ ...means, isSparing: true }) }
}

const likelyKinds = (identifier: Identifier, text: string): string[] => {
  const session = identifier.createSession()
  session.push(text)
  const kinds = session.flush().at(-1)?.kinds ?? []
  return kinds.filter(({ probability }) => probability >= LIKELY).map(({ kind }) => kind)
}
