import { createRandom } from '@runnel/core'
import { findCipher } from '@runnel/core/ciphers'
import { foldLetters, udhr } from '@runnel/corpus'
import { languageList } from '@runnel/models'
import type { Case } from '../cases/case.ts'

/** Codes of ISO 639-3 of the languages that ship, as the declarations are named. */
const declarations: Readonly<Record<string, string>> = {
  de: 'deu_1996',
  fr: 'fra',
  es: 'spa',
  it: 'ita',
  pt: 'por_PT',
  pl: 'pol',
  cs: 'ces',
  sv: 'swe',
  no: 'nob',
  hu: 'hun',
  ro: 'ron_2006',
  sl: 'slv',
  ru: 'rus',
  uk: 'ukr',
  el: 'ell_monotonic',
}

const ciphers = ['caesar', 'affine', 'atbash'] as const

const CASES = 20

/** Sentences of the Universal Declaration of Human Rights, 20 to 90 letters long, under keys drawn at random. */
export const udhrCases = (seed: number): Case[] => {
  const random = createRandom(seed)
  const codes = Object.keys(declarations)
  return Array.from({ length: CASES }, (_, i) => {
    const code = codes[i % codes.length]
    const { letters } = languageList[code]
    const sentences = foldLetters(udhr(declarations[code]).read(), letters)
      .split(/(?<=[.;])\s+/)
      .filter((text) => {
        const count = text.replace(/\P{L}/gu, '').length
        return count >= 20 && count <= 90
      })
    const plaintext = sentences[random.integer(sentences.length)]
    const family = ciphers[random.integer(ciphers.length)]
    const cipher = findCipher(family, letters)
    const ciphertext = cipher.encrypt(plaintext, cipher.generateKey(random))
    return { id: `udhr-${code}-${i + 1}`, family, ciphertext, plaintext, claimed: true, language: code }
  })
}
