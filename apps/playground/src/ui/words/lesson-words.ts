import type { LessonStep } from '../state/lesson-step.ts'
import type { Piece } from './piece.ts'
import { spoken } from './score-words.ts'

/** Probability from which a letter is called likely. */
const LIKELY = 0.1

/** A lesson's headline: what is likely after what the best key reads, and what is not after what another one does. */
export const lessonWords = ({ rows }: LessonStep): Piece[] => {
  const [best] = rows
  const worst = rows
    .slice(1)
    .reduce((least, row) => (row.likely < least.likely ? row : least), rows[1] ?? best)
  const first = clause(
    best.reads,
    best.likely >= LIKELY ? 'is likely.' : best.likely >= 0.01 ? 'may come.' : 'is a surprise.',
  )
  if (worst === best || worst.likely >= LIKELY) return first
  return [...first, ' ', ...clause(worst.reads, 'is not.', best.likely < LIKELY)]
}

const clause = (reads: string, verdict: string, isLess = false): Piece[] => {
  const before = reads.slice(0, -1).trimStart()
  const letter = spoken(reads.slice(-1))
  const start = before ? `After “${before}” ` : 'At the beginning '
  return [
    `${start}${article(letter)} `,
    { strong: letter },
    ` ${isLess && verdict === 'is not.' ? 'still less.' : verdict}`,
  ]
}

/** The article before the name of a letter: `an` where its name begins with a vowel. */
const article = (letter: string): string => (/^[aefhilmnorsx]$/i.test(letter) ? 'an' : 'a')
