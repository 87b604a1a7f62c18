import type { Decipherer } from '@runnel/decipher'
import { type Answer, answer } from '../answers/answer.ts'
import { type Outcome, outcomeOf } from '../answers/outcome.ts'
import type { Case } from './case.ts'

/** A case with its answer. */
export interface RunCase extends Case {
  answer: Answer
  outcome: Outcome
  /** Of CPU. */
  milliseconds: number
}

/** Deciphers each case. */
export const runCases = (
  decipherer: Decipherer,
  cases: readonly Case[],
  count: (cases: number) => void = () => {},
): RunCase[] =>
  cases.map((given) => {
    const before = process.cpuUsage()
    const found = answer(decipherer, given.ciphertext)
    const { user, system } = process.cpuUsage(before)
    count(1)
    const milliseconds = (user + system) / 1000
    return { ...given, answer: found, outcome: outcomeOf(found, given.plaintext), milliseconds }
  })

/** Lists the cases that came out wrong, one a line as JSON: what was got, and what is right. */
export const listWrong = (run: readonly RunCase[]): string =>
  run
    .filter(({ answer: { text }, plaintext }) => text !== plaintext)
    .map(({ id, family, outcome, answer: { cipher, key, probability, text }, ciphertext, plaintext }) => {
      const rounded = Number(probability.toFixed(4))
      return `${JSON.stringify({ id, family, outcome, cipher, key, probability: rounded, ciphertext, got: text, right: plaintext })}\n`
    })
    .join('')
