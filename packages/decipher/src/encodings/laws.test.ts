import { createCaesar, LATIN } from '@runnel/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDecipherer, type Decipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import type { DecipherEvent } from '../session/events.ts'
import { CHAINS, encodedText } from '../testing/encoded-text.ts'
import { allEvents, cut, type SessionSubject, sessionLaws, shred } from '../testing/index.ts'
import { encodingOf } from './encoding-of.ts'
import { createEncodingSearch } from './encoding-search.ts'

const caesar = createCaesar()
const decipherers = (encoding: string): Decipherer =>
  createDecipherer({ cipher: 'caesar', key: '3', encoding: encodingOf(encoding) })

/** Texts in no encoding, as a search takes them: read at once. */
const searched = (text: string): string => {
  const decoding = createEncodingSearch().createDecoding()
  return decoding.push(text) + decoding.flush()
}
const subject: SessionSubject = {
  decipherer: decipherers('auto'),
  decrypt: (text) => caesar.decrypt(searched(text), { shift: 3 }),
  // That of the session inside, and the beginnings of the stages: 16 at the most.
  snapshotBytes: 3500,
}

describe('looking for encodings around a key', () => {
  test.each(sessionLaws(40))('$name', ({ check }) => check(subject))
})

/** Two alphabets of Bacon are told apart by letters that are common. */
const wordsIn = (chain: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.string({
        unit: fc.constantFrom(...(chain.startsWith('bacon') ? 'etaoinshr' : LATIN)),
        minLength: 2,
        maxLength: 8,
      }),
      { minLength: 6, maxLength: 12 },
    )
    .map((list) => list.join(' '))

const chains = [...CHAINS, 'base64 > base64', 'bacon']

/** Texts that the innermost encoding gives back, whatever the cipher makes of them. */
const formOf = (chain: string, text: string): string => {
  const upper = text.toUpperCase()
  if (chain === 'bacon') return upper.replaceAll(' ', '').replaceAll('J', 'I').replaceAll('V', 'U')
  return ['morse', 'nato', 'a1z26'].includes(chain) ? upper : text
}
/** All events of a session that moves to another place after every chunk. */
const moving = (decipherer: Decipherer, chunks: readonly string[]): DecipherEvent[] => {
  let session = decipherer.createSession()
  const events = chunks.flatMap((chunk) => {
    const told = session.push(chunk)
    session = decipherer.createSession(session.snapshot())
    return told
  })
  return [...events, ...session.flush()]
}

describe.each(chains)('%s', (chain) => {
  test.each([chain, 'auto'])('with %s: cut anywhere and moved, the finals are right', (given) => {
    const decipherer = decipherers(given)
    fc.assert(
      fc.property(wordsIn(chain), fc.array(fc.nat(), { maxLength: 6 }), (ciphertext, places) => {
        const text = encodedText(chain, ciphertext)
        const right = caesar.decrypt(formOf(chain, ciphertext), { shift: 3 })
        const whole = allEvents(decipherer, [text])
        expect(finalText(whole)).toBe(right)
        expect(whole.at(-1)).toMatchObject({ type: 'done', encoding: chain })
        expect(finalText(allEvents(decipherer, cut(new TextEncoder().encode(text), places)))).toBe(right)
        expect(moving(decipherer, cut(text, places))).toEqual(allEvents(decipherer, cut(text, places)))
        expect(finalText(moving(decipherer, shred(text)))).toBe(right)
      }),
      { numRuns: chain.startsWith('reversed') ? 2 : 3 },
    )
  })
})
