import { LATIN } from '@runnel/core'
import { findCipher } from '@runnel/core/ciphers'
import { type ForeignLanguage, languageNames, readForeign } from '../foreign-text.ts'
import { drawPassage } from '../live/streams.ts'
import { listedFamilies, outsideFamilies } from '../open-world/families.ts'
import type { Family } from '../open-world/family.ts'
import { permutation } from '../open-world/permutation.ts'
import { substitution } from '../open-world/substitution.ts'
import { readSources } from '../passing/read-sources.ts'

/** Text to draw from. */
export interface Sources {
  english: string
  /** Folder of novels, for languages that have no other text. */
  folder: string | undefined
  /** Whether constants may be chosen on it. */
  tuning: boolean
}

/** Text whose key is to be found, text to be left alone though no listed key explains it, and text that one does. */
export const beyondFamilies = ({ english, folder, tuning }: Sources): Family[] => {
  const outside = outsideFamilies(english)
  const named = (start: string): Family[] => outside.filter(({ name }) => name.startsWith(start))
  const languages: ForeignLanguage[] = folder === undefined ? ['fi', 'tr'] : ['de', 'fr', 'pl', 'fi', 'tr']
  return [
    periodic('vigenere', 3, english),
    ...named('Vigenère'),
    periodic('beaufort', 5, english),
    ...named('substitution'),
    nearShift(english),
    ...named('columnar'),
    ...named('random'),
    ...named('base64'),
    dna,
    registers,
    plain('TypeScript', readSources('packages', 200_000)),
    ...languages.map((language) => plain(languageNames[language], readForeign(language, { folder, tuning }))),
    ...listedFamilies(english),
  ]
}

/** Text under a key of so many letters. */
const periodic = (name: string, period: number, text: string): Family => ({
  name: `${name}, period ${period}`,
  group: 'outside',
  draw(random, passage) {
    const plaintext = drawPassage(text, random, passage)
    const key = Array.from({ length: period }, () => LATIN[random.integer(26)]).join('')
    const cipher = findCipher(name)
    return { plaintext, ciphertext: cipher.encrypt(plaintext, cipher.parseKey(key)) }
  },
})

/** Text under a substitution that moves half of the letters alike, as alphabets that begin with a keyword do. */
const nearShift = (text: string): Family => ({
  name: 'half-shifted substitution',
  group: 'outside',
  draw(random, passage) {
    const plaintext = drawPassage(text, random, passage)
    const places = permutation(26, random).slice(0, 13)
    const shift = random.integer(26)
    const order = Array.from({ length: 26 }, (_, letter) => (letter + shift) % 26)
    const moved = places.map((place) => order[place])
    permutation(13, random).forEach((from, i) => {
      order[places[i]] = moved[from]
    })
    return { plaintext, ciphertext: substitution(plaintext, order) }
  },
})

/** Text as it stands. */
const plain = (name: string, text: string): Family => ({
  name: `${name}, plain`,
  group: 'foreign',
  draw(random, passage) {
    const plaintext = drawPassage(text, random, passage)
    return { plaintext, ciphertext: plaintext }
  },
})

const dna: Family = {
  name: 'DNA, of even shares',
  group: 'foreign',
  draw(random, { letters }) {
    const plaintext = Array.from({ length: letters }, () => 'ACGT'[random.integer(4)]).join('')
    return { plaintext, ciphertext: plaintext }
  },
}

/** Lines of numbers and codes. */
const registers: Family = {
  name: 'CSV of codes',
  group: 'foreign',
  draw(random, { letters }) {
    let plaintext = ''
    let count = 0
    while (count < letters) {
      const code = Array.from({ length: 3 }, () => String.fromCharCode(65 + random.integer(26))).join('')
      plaintext += `${random.integer(1e6)},${code},${random.integer(2) === 0 ? 'yes' : 'no'}\n`
      count = plaintext.replace(/[^a-z]/gi, '').length
    }
    return { plaintext, ciphertext: plaintext }
  },
}
