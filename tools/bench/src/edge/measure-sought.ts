import { createRandom } from '@runnel/core'
import { findCipher } from '@runnel/core/ciphers'
import { brown } from '@runnel/corpus'
import { type Rate, summarise } from '../statistics.ts'
import type { Deployment } from './deployment.ts'
import { startWorker } from './start-worker.ts'

/** Letters of a request. */
const LETTERS = 400
const LATIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** Each cipher by the name that requests give it, by its own, and the letters that its keys of eight have. */
const ciphers = [
  ['vigenere', 'vigenere', LATIN],
  ['periodic', 'vigenere', LATIN],
  ['beaufort', 'beaufort', LATIN],
  ['gronsfeld', 'gronsfeld', '0123456789'],
  ['porta', 'porta', LATIN],
  ['autokey', 'autokey', LATIN],
  ['ciphertext-autokey', 'ciphertext-autokey', LATIN],
] as const

/** Milliseconds of CPU of a request whose key is sought. */
export interface SoughtCost {
  readonly cipher: string
  readonly layout: string
  readonly cpu: Rate
}

/** Measures requests of 400 letters of the Brown corpus, each under a key of its own that repeats, whose cipher alone is named, or its kin. */
export const measureSought = async (deployment: Deployment, count: number): Promise<SoughtCost[]> => {
  const service = await startWorker(deployment, true)
  const text = brown.read()
  try {
    const costs: SoughtCost[] = []
    for (const [asked, name, keyLetters] of ciphers) {
      for (const layout of ['as written', 'no spaces']) {
        console.error(`${asked}, ${layout} …`)
        const random = createRandom(18)
        const cipher = findCipher(name)
        const taken: number[] = []
        // One request more than counted: the first warms up.
        for (let request = -1; request < count; request++) {
          const key = Array.from({ length: 8 }, () => keyLetters[random.integer(keyLetters.length)]).join('')
          const plaintext = passageOf(text, random.integer(text.length - 10_000), layout)
          const body = cipher.encrypt(plaintext, cipher.parseKey(key))
          const before = service.cpu()
          const answer = await fetch(`${service.url}/v1/decipher?cipher=${asked}`, { method: 'POST', body })
          const read = await answer.text()
          if (read.length !== body.length)
            throw new Error(`${read.length} characters came back of ${body.length}`)
          if (request >= 0) taken.push(service.cpu() - before)
        }
        costs.push({ cipher: asked, layout, cpu: summarise(taken) })
      }
    }
    return costs
  } finally {
    await service.stop()
  }
}

const passageOf = (text: string, at: number, layout: string): string => {
  const from = text.slice(text.indexOf('\n', at) + 1, at + 10_000)
  const given = layout === 'no spaces' ? from.replace(/[^a-z]/gi, '') : from
  return new RegExp(`(?:[^a-z]*[a-z]){${LETTERS}}`, 'i').exec(given)?.[0] ?? ''
}
