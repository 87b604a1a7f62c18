import type { Judgement } from '../state/judgement.ts'
import type { Stretch } from '../state/stretches.ts'
import { keyName, shortKeyName } from './key-name.ts'
import { count, countedWord } from './numbers.ts'
import type { Piece } from './piece.ts'

/** The context of the headline, besides the judgement. */
export interface VerdictContext {
  readonly keys: number
  readonly left: number
  readonly letters: number
  readonly locks: readonly { readonly cipher: string; readonly plain: string }[]
  readonly word?: string | undefined
}

/** The headline: one sentence about the text, in plain words. */
export const verdictWords = (judgement: Judgement, context: VerdictContext): Piece[] => {
  switch (judgement.kind) {
    case 'empty':
      return ['Paste, type or drop ciphertext.']
    case 'waiting-for-model':
      return ['The net is on its way. Your text is here.']
    case 'unread':
      return ['Reading …']
    case 'no-letters':
      return ['There are no letters in it.']
    case 'contradiction':
      return contradiction(judgement, context)
    case 'too-early':
      return judgement.best.cipher === 'unknown'
        ? [`${countedWord(context.letters, 'letter')} ${context.letters === 1 ? 'is' : 'are'} not enough.`]
        : [
            'Perhaps ',
            { strong: `${keyName(judgement.best)}.` },
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
      return [{ strong: `${keyName(judgement.best)},` }, ' but it does not read like English.']
    case 'none':
      return [
        context.keys > 1
          ? `None of the ${count(context.keys)} keys turns this into English.`
          : 'No key that is known here turns this into English.',
      ]
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

const sure = (best: Parameters<typeof keyName>[0], stretches: readonly Stretch[]): Piece[] => {
  const changes = stretches.length - 1
  const named: Piece = { strong: `${keyName(best)}.` }
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
