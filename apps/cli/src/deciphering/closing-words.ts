import { looksInWords } from '@runnel/core/looks'
import type { Candidate, DecipherEvent, DoneEvent } from '@runnel/decipher'
import { isOfOtherScript } from '../alphabet-help.ts'
import { beliefInWords } from './belief-in-words.ts'
import { candidateTable } from './candidate-table.ts'
import type { DecipherCommandOptions } from './decipher-options.ts'

/** The end of a stream: its last events, and the changes of key on the way, a line each. */
export interface Ending {
  events: readonly DecipherEvent[]
  changes: readonly string[]
  /** Letters of the text, up to where it was long enough; whether any cipher could move them or not. */
  letters?: string
}

/**
 * Words for standard error at the end, line by line. With text: cipher, key and belief, changes of key, and the candidates
 * that were asked for; in any form, that nothing fits. Asked to be quiet, the candidates alone.
 */
export const closingWords = (
  {
    format,
    quiet,
    cipher,
    language,
  }: Pick<DecipherCommandOptions, 'format' | 'quiet'> &
    Partial<Pick<DecipherCommandOptions, 'cipher'>> & { language?: string | undefined },
  { events, changes, letters = '' }: Ending,
): string[] => {
  const done = doneOf(events)
  const isText = format === 'text'
  const remedies = cipher === 'auto' ? worthTrying(done, language) : worthTakingOff(done)
  return [
    ...(isText && !quiet ? [...believed(done, letters), ...changes] : []),
    ...(done.cipher === 'unknown' && !quiet ? nothingFits(done, changes.length > 0) : []),
    ...(done.cipher === 'unknown' && !quiet ? remedies : []),
    ...(isText ? candidateTable(candidatesOf(events)) : []),
  ]
}

/** The event that ends a stream. */
export const doneOf = (events: readonly DecipherEvent[]): DoneEvent => events.at(-1) as DoneEvent

const candidatesOf = (events: readonly DecipherEvent[]): readonly Candidate[] =>
  events.findLast((event) => event.type === 'candidates')?.candidates ?? []

/** The belief in words; of text that has no letters which any key moves, that it has none. */
const believed = (done: DoneEvent, letters: string): string[] => {
  const isOther = isOfOtherScript(letters)
  if (done.letters > 0) return [beliefInWords(done)]
  if (done.cipher !== 'plain') {
    const remedy = 'no letter of it was moved: --alphabet ru, uk or el moves Cyrillic or Greek ones'
    return [beliefInWords(done), ...(isOther ? [remedy] : [])]
  }
  if (letters === '') return ['there are no letters in it', 'what it may be: runnel identify']
  return isOther
    ? ['there are no Latin letters in it: --language auto reads Cyrillic and Greek ones']
    : ['its letters are none of those that are read: Latin, Cyrillic and Greek ones']
}

const nothingFits = ({ looks, encoding }: DoneEvent, hasChanged: boolean): string[] => [
  `none of the keys that were weighed explains ${hasChanged ? 'the end of the text' : 'the text'}, which is given as it ${encoding === undefined ? 'came' : 'was decoded'}`,
  ...(looks ? [looksInWords(looks)] : []),
]

/** Encodings of bytes by the looks of a text that is in one, which `auto` alone takes off unasked. */
const encodings: Readonly<Record<string, string>> = {
  hex: 'hex',
  base32: 'base32',
  base64: 'base64',
  binary: 'binary',
  'byte-numbers': 'decimal',
}

const worthTakingOff = ({ looks, encoding }: DoneEvent): string[] => {
  const name = encoding === undefined && looks?.likely ? encodings[looks.likely] : undefined
  return name ? [`it was read as it stands: --encoding ${name} takes that off first`] : []
}

/** Ciphers that are searched where they are named alone, by the looks of a text that each would give. */
const searched: Readonly<Record<string, string>> = {
  'many-alphabets': 'ciphertext-autokey',
}

/** Looks of text whose letters a cipher may have moved. */
const ofLetters: readonly string[] = ['one-alphabet', 'many-alphabets']

/** Letters from which on the same is said of text that looks like nothing in particular. */
const ENOUGH = 20

const worthTrying = ({ looks, letters }: DoneEvent, language: string | undefined): string[] => {
  const likely = looks?.likely
  const cipher = likely && searched[likely]
  const isOfLetters = likely === undefined ? letters >= ENOUGH : ofLetters.includes(likely)
  return [
    ...(cipher ? [`${cipher} is searched where it is named: try --cipher ${cipher}`] : []),
    ...(isOfLetters && language === undefined
      ? ['it was read as English: --language auto reads other languages']
      : []),
  ]
}
