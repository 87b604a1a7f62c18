import { createCaesar, createRandom } from '@runnel/core'
import { findLetters } from '@runnel/core/alphabets'
import { createHomophonic, everyCipher, findCipher, textAsBytes } from '@runnel/core/ciphers'
import { loadDefaultEngine } from '@runnel/rnn-model'
import { lookingAgain } from '../again/looking-again.ts'
import { createDecipherer, type Decipherer, type DecipherOptions } from '../decipherer.ts'
import { encodingOf } from '../encodings/encoding-of.ts'
import { amongLanguages } from '../inferences/among-languages.ts'
import { createAuto } from '../inferences/auto.ts'
import {
  blockFinders,
  cipherNamed,
  keyFinders,
  rotorKeys,
  transpositionFinders,
} from '../inferences/cipher-named.ts'
import { createHomophonicSearch } from '../inferences/homophonic.ts'
import { createSubstitutionSearch } from '../inferences/substitution.ts'
import { CountedModel } from '../language/counts/counted-model.ts'
import type { Counts } from '../language/counts/counts.ts'
import { checksumOf } from './checksum-of.ts'
import { CHAINS, encodedText } from './encoded-text.ts'
import { createBigramModel, createRecallingModel, createSampleCounts, toyVigenere } from './index.ts'

const plaintext = 'The river comes down from the hills in spring, and carries the snow of the winter with it.'
const letters = findLetters('uk')
const UKRAINIAN = 'Він бачив як вода прибула і спала, і знав, що скаже колесо, і чекав на березі човен.'
const engine = await loadDefaultEngine()
const model = createBigramModel(plaintext.repeat(3), engine)
const recalling = createRecallingModel(engine, { kind: 'language' })
/** Each runtime deflates the file of counts as it likes: its checksum is not to stand in snapshots. */
const sampleCounts = async (...sample: Parameters<typeof createSampleCounts>): Promise<Counts> => {
  const counts = { ...(await createSampleCounts(...sample)), id: 'sample' }
  return { ...counts, beside: (net) => new CountedModel(counts, net) }
}
const counts = await sampleCounts(plaintext.repeat(3))
const ukrainian = await sampleCounts(UKRAINIAN, letters)
const caesar = createCaesar()
const shifted = caesar.encrypt(plaintext, { shift: 3 })

/** Checksums by the name of a case: of all that a session tells, and of its snapshots. */
export type Checksums = Readonly<Record<string, string>>

const enciphered = (name: string, key: string, text = plaintext): string => {
  const cipher = findCipher(name)
  return cipher.encrypt(text, cipher.parseKey(key))
}

/** Under a known key, every cipher. */
const underKeys = (): Checksums =>
  Object.fromEntries(
    Object.keys(everyCipher).map((name) => {
      const cipher = findCipher(name)
      const key = cipher.formatKey(cipher.generateKey(createRandom(5)))
      return [
        name,
        checksumOf(createDecipherer({ cipher: cipherNamed(name, key), key }), enciphered(name, key)),
      ]
    }),
  )

const sought = (cipher: DecipherOptions['cipher'], options: object = {}) => ({
  model,
  counts,
  cipher,
  ...options,
})
const railed = enciphered('rail-fence', '3,1')
const symbols = createHomophonic().encrypt(
  plaintext.replace(/[^a-z ]/gi, ''),
  createHomophonic().generateKey(createRandom(2), { size: 30 }),
)

/** Keys that are sought, each kind of search. */
const cases: Record<string, () => readonly [DecipherOptions | Decipherer, string | Uint8Array]> = {
  'caesar, watched from time to time': () => [
    sought('caesar', { watch: 'adaptive', commit: { probability: 0.9 } }),
    shifted,
  ],
  'caesar, with candidates': () => [sought('caesar', { candidates: 4, counts: undefined }), shifted],
  'caesar, its key changes': () => [
    sought('caesar', { keyChange: { rate: 0.02 } }),
    shifted.slice(0, 40) + caesar.encrypt(plaintext.slice(40), { shift: 14 }),
  ],
  'a family with a phase': () => [{ model: recalling, cipher: toyVigenere(4) }, shifted],
  vigenere: () => [sought(keyFinders.vigenere()), enciphered('vigenere', 'LEMON')],
  'vigenere, its key changes': () => [
    sought(keyFinders.vigenere(), { keyChange: { rate: 0.01 } }),
    enciphered('vigenere', 'LEMON') + enciphered('vigenere', 'WATER'),
  ],
  beaufort: () => [sought(keyFinders.beaufort()), enciphered('beaufort', 'LEMON')],
  'variant-beaufort': () => [
    sought(keyFinders['variant-beaufort']()),
    enciphered('variant-beaufort', 'LEMON'),
  ],
  gronsfeld: () => [sought(keyFinders.gronsfeld()), enciphered('gronsfeld', '31415')],
  porta: () => [sought(keyFinders.porta()), enciphered('porta', 'KEMOM')],
  autokey: () => [sought(keyFinders.autokey()), enciphered('autokey', 'LEMON')],
  'ciphertext-autokey': () => [
    sought(keyFinders['ciphertext-autokey']()),
    enciphered('ciphertext-autokey', 'LEM'),
  ],
  progressive: () => [sought(keyFinders.progressive()), enciphered('progressive', '3,1')],
  xor: () => [sought(keyFinders.xor()), textAsBytes(enciphered('xor', '0x00ff80'))],
  periodic: () => [sought(keyFinders.periodic()), enciphered('beaufort', 'LEMON')],
  enigma: () => [sought(rotorKeys({ start: 'A??' })), enciphered('enigma', 'B I-II-III ACK')],
  hill: () => [sought(blockFinders.hill()), enciphered('hill', 'HILL')],
  playfair: () => [
    sought(blockFinders.playfair()),
    enciphered('playfair', 'playfair example', plaintext.repeat(2)),
  ],
  ...Object.fromEntries(
    Object.keys(transpositionFinders).map((name) => [
      name,
      () => [sought(transpositionFinders[name]()), railed] as const,
    ]),
  ),
  substitution: () => [
    { model: recalling, cipher: createSubstitutionSearch({ words: counts, letters: counts, width: 100 }) },
    enciphered('substitution', 'zebras'),
  ],
  'substitution, in groups': () => [
    { model: recalling, cipher: createSubstitutionSearch({ words: counts, letters: counts, width: 100 }) },
    enciphered('substitution', 'zebras')
      .replace(/[^a-z]/gi, '')
      .replace(/.{5}/g, '$& '),
  ],
  homophonic: () => [
    { cipher: createHomophonicSearch({ words: counts, letters: counts, moves: 1000 }) },
    symbols,
  ],
  auto: () => [
    sought(createAuto({ listed: 'auto', beyond: [keyFinders.gronsfeld()] })),
    enciphered('gronsfeld', '31415'),
  ],
  'a language among several': () => [
    {
      cipher: amongLanguages(
        [
          { code: 'en', counts },
          { code: 'uk', counts: ukrainian, letters },
        ],
        'caesar',
      ),
      candidates: 2,
    },
    createCaesar(letters).encrypt(UKRAINIAN, { shift: 9 }),
  ],
  'a second look': () => [
    lookingAgain({
      name: 'rails',
      others: () => [createDecipherer(sought(transpositionFinders['rail-fence']()))],
    })(createDecipherer({ model })),
    railed,
  ],
}

/** A small case of each kind of key, search and encoding: the same in every runtime. */
export const checksumsOfEveryKind = (): Record<'known' | 'sought' | 'encoded', Checksums> => {
  const encoding = createDecipherer({ cipher: 'caesar', key: '3', encoding: encodingOf('auto') })
  return {
    known: underKeys(),
    sought: Object.fromEntries(
      Object.entries(cases).map(([name, means]) => {
        const [given, text] = means()
        const decipherer = 'createSession' in given ? given : createDecipherer(given)
        return [name, checksumOf(decipherer, text)]
      }),
    ),
    encoded: Object.fromEntries(
      CHAINS.map((chain) => [chain, checksumOf(encoding, encodedText(chain, shifted))]),
    ),
  }
}
