import { expect, test } from 'vitest'
import type { Judgement } from '../state/judgement.ts'
import { NO_MOMENT } from '../state/moment.ts'
import { encodingTitle } from './encoding-name.ts'
import { plainWords } from './piece.ts'
import { type FactsContext, verdictFacts } from './verdict-facts.ts'
import { verdictWords } from './verdict-words.ts'

const context: FactsContext = {
  keys: 313,
  left: 313,
  sought: [],
  letters: 5,
  tongue: 'English',
  cipher: 'auto',
  encoding: '',
  locks: [],
  moment: NO_MOMENT,
  language: 2.1,
  isByHand: false,
}
const sure = (cipher: string, key = {}): Judgement => ({
  kind: 'sure',
  best: { cipher, key, probability: 0.95 },
  stretches: [],
})
const factsAt = (bits: number): string[] => {
  const fit = { bits, language: 2.1, random: 4.7 } as NonNullable<FactsContext['moment']['fit']>
  return verdictFacts(sure('caesar', { shift: 13 }), { ...context, moment: { ...NO_MOMENT, fit } }).map(
    plainWords,
  )
}

test('a text that is too short to be judged is not said to read like its language where it does not', () => {
  expect(factsAt(2.2)).toContain('reads like English: 2.2 bits a letter')
  expect(factsAt(4.6)).toContain('so far: 4.6 bits a letter')
})

test('an encoding with plain text in it, and one with a cipher below it', () => {
  const said = (judgement: Judgement): string =>
    plainWords(verdictWords(judgement, { ...context, encoding: 'a1z26' }))
  expect(said(sure('plain'))).toBe('A1Z26, and no cipher below it.')
  expect(said(sure('caesar', { shift: 13 }))).toBe('A1Z26, then Caesar, shift 13.')
})

test('trouble that keeps a text from being read is not called reading', () => {
  const said = (isHeld: boolean) => plainWords(verdictWords({ kind: 'unread' }, { ...context, isHeld }))
  expect([false, true].map(said)).toEqual(['Reading …', 'Your text is here, and not read yet.'])
})

test('names of encodings as people write them', () => {
  expect(['base64', 'rot13', 'a0z25', 'ascii85', 'html-entities'].map(encodingTitle)).toEqual([
    ...['Base64', 'ROT13', 'A0Z25', 'Ascii85', 'Html entities'],
  ])
})
