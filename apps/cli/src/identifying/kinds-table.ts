import { looksInWords } from '@runnel/core/looks'
import type { KindsEvent, RankedKind } from '@runnel/decipher/identify'
import { percent } from '../deciphering/belief-in-words.ts'

/** Kinds that are given with their reasons; of others a line is. */
const EXPLAINED = 2

/** Ranked kinds as lines: place, probability, kind; of the likeliest why, and which command to try. Then the figures. */
export const kindsTable = ({ kinds, looks }: KindsEvent, top: number): string[] => {
  const { likely: _, ...figures } = looks
  const shown = kinds.slice(0, top)
  const width = Math.max(0, ...shown.map(({ kind }) => kind.length))
  return [
    ...shown.flatMap((kind, place) => [
      `${`${place + 1}`.padStart(2)}  ${percent(kind.probability).padStart(8)}  ${kind.kind.padEnd(width)}  ${kind.about}`,
      ...(place < EXPLAINED ? detailsOf(kind) : []),
    ]),
    ...(kinds.length === 0 && looks.characters > 0 ? ['no kind that is known has such signs'] : []),
    looksInWords(figures),
  ]
}

const detailsOf = ({ why, next }: RankedKind): string[] =>
  [...why, ...(next === undefined ? [] : [`try: runnel ${next}`])].map((line) => `${' '.repeat(14)}${line}`)
