import { cipherTitle } from '@runnel/core/ciphers'
import type { Judgement } from '../state/judgement.ts'
import type { Stretch } from '../state/stretches.ts'
import { chainTitle } from './encoding-name.ts'
import { saidKeyName, shortKeyName } from './key-name.ts'
import { count, countedWord } from './numbers.ts'
import type { Piece } from './piece.ts'

/** The context of the headline, besides the judgement. */
export interface VerdictContext {
  readonly keys: number
  readonly left: number
  /** Ciphers whose keys are sought where the listed ones fail. */
  readonly sought: readonly string[]
  readonly letters: number
  /** Name of the language that the text is read as. */
  readonly tongue: string
  /** The cipher that was chosen, or `auto`; and the encodings that were taken off, outermost first. */
  readonly cipher: string
  readonly encoding: string
  readonly locks: readonly { readonly cipher: string; readonly plain: string }[]
  readonly word?: string | undefined
  /** Whether there is trouble that keeps the text from being read. */
  readonly isHeld?: boolean
}

/** The headline: one sentence about the text, in plain words. */
export const verdictWords = (judgement: Judgement, context: VerdictContext): Piece[] => {
  const pieces = sentence(judgement, context)
  // A chain of encodings and a cipher are one chain to whoever wrote it.
  const isChain = judgement.kind === 'sure' || judgement.kind === 'unusual'
  if (!context.encoding || !isChain) return pieces
  const isPlain = judgement.best.cipher === 'plain' && pieces.length === 1
  return [
    { strong: `${chainTitle(context.encoding)},` },
    ...(isPlain ? [' and no cipher below it.'] : [' then ', ...pieces]),
  ]
}

const sentence = (judgement: Judgement, context: VerdictContext): Piece[] => {
  switch (judgement.kind) {
    case 'empty':
      return ['Paste, type or drop ciphertext.']
    case 'waiting-for-model':
    case 'unread':
      if (context.isHeld) return ['Your text is here, and not read yet.']
      return [judgement.kind === 'unread' ? 'Reading …' : 'The net is on its way. Your text is here.']
    case 'no-letters':
      return ['There are no letters in it.']
    case 'seeking':
      return ['No listed key fits. Others are being sought.']
    case 'other-letters':
      return ['It is not written in Latin letters.']
    case 'contradiction':
      return contradiction(judgement, context)
    case 'too-early':
      return judgement.best.cipher === 'unknown'
        ? [`${countedWord(context.letters, 'letter')} ${context.letters === 1 ? 'is' : 'are'} not enough.`]
        : [
            'Perhaps ',
            { strong: `${saidKeyName(judgement.best)}.` },
            ` ${countedWord(context.letters, 'letter')} ${context.letters === 1 ? 'is' : 'are'} not enough.`,
          ]
    case 'sure':
      return sure(judgement.best, judgement.stretches)
    case 'no-longer-fits':
      return [
        { strong: capital(shortKeyName(judgement.before)) },
        ' ',
        { turned: `stopped making sense at letter ${count(judgement.from + 1)}.` },
      ]
    case 'unusual':
      return [{ strong: `${saidKeyName(judgement.best)},` }, ` but it does not read like ${context.tongue}.`]
    case 'none':
      return [none(context)]
    case 'settled-early': {
      const [first] = judgement.letters
      return [
        { strong: `Letter ${count(first.start + 1)}` },
        ` was settled as ${first.settled}. `,
        { turned: `With the new key it reads ${first.read}.` },
      ]
    }
  }
}

/** Of the keys that were weighed; those that what is set by hand rules out were not. */
const none = ({ keys, left, sought, cipher, tongue }: VerdictContext): string => {
  const others = sought.length > 0 ? ', nor does any that was sought' : ''
  if (left === 1 && keys > 1) return `The one key that is left does not turn this into ${tongue}${others}.`
  if (left < keys) return `None of the ${count(left)} keys that are left turns this into ${tongue}${others}.`
  if (keys > 1)
    return `None of the ${count(keys)} ${others && 'listed '}keys turns this into ${tongue}${others}.`
  return keys === 1 || cipher === 'auto'
    ? `No key that is known here turns this into ${tongue}.`
    : `No ${cipherTitle(cipher)} key was found that turns this into ${tongue}.`
}

const sure = (best: Parameters<typeof saidKeyName>[0], stretches: readonly Stretch[]): Piece[] => {
  const changes = stretches.length - 1
  const named: Piece = { strong: `${saidKeyName(best)}.` }
  if (changes < 1) return [named]
  const at = count((stretches.at(-1) as Stretch).start + 1)
  return [
    named,
    ' ',
    {
      turned:
        changes === 1
          ? `The key changed at letter ${at}.`
          : `The key changed ${changes === 2 ? 'twice' : `${count(changes)} times`}, last at letter ${at}.`,
    },
  ]
}

const contradiction = (
  { lock, word }: Extract<Judgement, { kind: 'contradiction' }>,
  { locks }: VerdictContext,
): Piece[] => {
  if (!lock) return [`No key turns any of it into ${word ? `“${word}”` : 'that word'}.`]
  const others = locks.filter(({ cipher }) => cipher !== lock.cipher)
  const said = [...others, lock].map(({ cipher, plain }) => `${cipher} as ${plain}`)
  return [`No key reads ${said.join(' and ')}.`]
}

const capital = (words: string): string => words[0].toUpperCase() + words.slice(1)
