import type { Candidate } from '@runnel/decipher'
import { keyInWords, percent } from './belief-in-words.ts'

/** A table of candidates, a line each: place, probability, cipher and key, the beginning of the reading. */
export const candidateTable = (candidates: readonly Candidate[]): string[] => {
  const rows = candidates.map((candidate, i) => [
    `${i + 1}`.padStart(2),
    percent(candidate.probability).padStart(8),
    keyInWords(candidate),
    // Line ends and other control characters would tear the table.
    candidate.text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ').trimEnd(),
  ])
  const width = Math.max(...rows.map(([, , name]) => name.length))
  return rows.map(
    ([place, probability, name, text]) => `${place}  ${probability}  ${name.padEnd(width)}  ${text}`,
  )
}
