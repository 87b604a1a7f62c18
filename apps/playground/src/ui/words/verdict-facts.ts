import { cipherTitle } from '@runnel/core/ciphers'
import { type Judgement, UNUSUAL_BITS } from '../state/judgement.ts'
import type { Moment } from '../state/moment.ts'
import type { Stretch } from '../state/stretches.ts'
import { chainTitle } from './encoding-name.ts'
import { saidKeyName, shortKeyName } from './key-name.ts'
import { bits, counted, percent } from './numbers.ts'
import type { Piece } from './piece.ts'
import type { VerdictContext } from './verdict-words.ts'

/** The ground of the facts, besides the judgement. */
export interface FactsContext extends VerdictContext {
  readonly moment: Moment
  readonly language: number
  /** Whether the key was set by hand. */
  readonly isByHand: boolean
  /** Belief in the key, where a second look has found it. */
  readonly foundAgain?: number | undefined
}

/** The figures below the headline, each a few words. */
export const verdictFacts = (judgement: Judgement, context: FactsContext): Piece[][] => {
  const facts = factsOf(judgement, context)
  // Where the sentence does not name the encodings, a fact does.
  if (!context.encoding || judgement.kind === 'sure' || judgement.kind === 'unusual') return facts
  return [[{ strong: chainTitle(context.encoding) }, ' was taken off first'], ...facts]
}

const factsOf = (judgement: Judgement, context: FactsContext): Piece[][] => {
  const english = bits(context.language)
  switch (judgement.kind) {
    case 'empty':
      return [['Any length, no key needed. It is read on this device and goes nowhere.']]
    case 'waiting-for-model':
    case 'unread':
      if (context.isHeld) return [['It is read as soon as that is mended.']]
      return [[judgement.kind === 'unread' ? ' ' : 'It is read as soon as the net has arrived.']]
    case 'no-letters':
      return [['Figures and signs alone are too little to go by.']]
    case 'contradiction':
      return [['Take the last one back, and the net goes on with the keys that are left.']]
    case 'too-early':
      return [['The next letters usually decide.']]
    case 'no-longer-fits':
      return [['Text waits while other keys are tried. Nothing since then is settled.']]
    case 'unusual':
      return [
        [
          'Names, another language, or many abbreviations: ',
          { strong: `${bits(judgement.bits)} bits` },
          ' a letter. Have a look before you trust it.',
        ],
      ]
    case 'none':
      return [none(judgement, english, context.tongue), ...soughtFact(context.sought)]
    case 'settled-early':
      return [
        [
          'Settled text never changes, and the change of key was not to be seen yet. With the whole text here, the page can read it a second time.',
        ],
      ]
    case 'seeking':
      return [['A key that repeats, or an alphabet of its own: that takes a moment.']]
    case 'other-letters':
      return [
        [
          'The keys that are weighed move the letters a to z, unless a language of other letters is chosen. A key that you know can be set by hand.',
        ],
      ]
    case 'sure':
      if (context.foundAgain !== undefined)
        return [[{ strong: percent(context.foundAgain) }, ' sure'], ['found at a second look']]
      if (context.isByHand) return [['Set by hand: nothing is weighed.']]
      return sure(judgement.best.probability, judgement.stretches, context)
  }
}

const none = (
  { best, bits: taken }: Extract<Judgement, { kind: 'none' }>,
  english: string,
  tongue: string,
): Piece[] => [
  ...(best && taken !== undefined
    ? [
        `The best of them, ${saidKeyName(best)}, leaves `,
        { strong: `${bits(taken)} bits` },
        ` a letter; ${tongue} leaves about ${english}. `,
      ]
    : []),
  `It may be a cipher that this page does not know yet, or not ${tongue}.`,
]

/** Where text may be words, keys that cannot be listed have been sought as well. */
const soughtFact = (sought: readonly string[]): Piece[][] =>
  sought.length === 0
    ? []
    : [[`Sought besides, where text may be words: ${sought.map((name) => cipherTitle(name)).join(', ')}.`]]

const sure = (probability: number, stretches: readonly Stretch[], context: FactsContext): Piece[][] => {
  const facts: Piece[][] = [[{ strong: percent(probability) }, ' sure']]
  const last = stretches.at(-1)
  if (last) {
    const after = counted(Math.max(1, last.noticed - last.start), 'letter')
    if (stretches.length > 1) {
      const before = stretches[stretches.length - 2]
      facts.push(['noticed ', { strong: after }, ' after the change'], [`${shortKeyName(before)} before it`])
    } else facts.push(['found after ', { strong: after }])
  }
  const { moment, left, keys } = context
  const taken = moment.ending?.fit?.bits ?? moment.fit?.bits
  // Above, only a text that is too short to be judged is called sure.
  const likeness = taken === undefined || taken <= UNUSUAL_BITS ? `reads like ${context.tongue}` : 'so far'
  if (taken !== undefined) facts.push([`${likeness}: `, { strong: `${bits(taken)} bits` }, ' a letter'])
  if (left < keys) facts.push([{ strong: `${left} of ${keys}` }, ' keys are left by what you set'])
  return facts
}
