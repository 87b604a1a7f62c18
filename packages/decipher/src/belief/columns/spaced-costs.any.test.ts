import { createVigenere } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { createPeriodicFamily } from '../../keys/periodic-family.ts'
import { createSampleCounts } from '../../testing/sample-counts.ts'
import { foldedIds } from '../hypothesis/folded-ids.ts'
import { SoughtText } from '../locked/sought-text.ts'
import { createColumnPlan } from './column-plan.ts'
import { sharedCosts } from './costs.ts'
import { createProblem, readAs } from './create-problem.ts'
import { openKernelSpaces } from './kernel-spaces.ts'
import { createLanes, extendLanes } from './lane.ts'
import { solve } from './solve.ts'
import { costsBy, spacedCosts } from './spaced-costs.ts'
import { troubleOf } from './trouble.ts'

const plaintext = 'the boat came down the river and the men on the water saw it'
const counts = await createSampleCounts(`${plaintext} `.repeat(3))
const costs = sharedCosts(counts)
const vigenere = createVigenere()
const plan = createColumnPlan({
  family: createPeriodicFamily({ cipher: vigenere, values: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' }),
  counts,
  costs,
  work: { steps: 0 },
  idOf: foldedIds(counts.tokenizer),
  decrypt: (text, key) => vigenere.decrypt(text, key),
})

/** A ciphertext as columns have it, in the lane of a period. */
const columnsOf = (ciphertext: string, period: number, isSpaced: boolean) => {
  const { alphabet } = plan
  const text = new SoughtText({ alphabet: alphabet.family.alphabet, idOf: alphabet.idOf })
  const lanes = createLanes(alphabet)
  for (const letter of ciphertext) if (text.push(letter.charCodeAt(0))) extendLanes(lanes, text, alphabet)
  return { problem: readAs(plan, createProblem(plan, text), isSpaced), lane: lanes[period - 1] }
}

/** Cost of a text as it stands, by four symbols in a row. */
const costOf = (text: string): number => {
  const { idOf, vocabulary } = counts.tokenizer
  const ids = [0, 0, ...Array.from(` ${text}`, (unit) => idOf(unit.charCodeAt(0)))]
  return ids.slice(3).reduce((sum, _, i) => {
    const at = ids.slice(i, i + 4).reduce((place, id) => place * vocabulary + id, 0)
    return sum + costs(true).table[at]
  }, 0)
}

/** Every way to put spaces between letters. */
const waysOf = ([first, ...rest]: string): string[] =>
  rest.length === 0 ? [first] : waysOf(rest.join('')).flatMap((way) => [first + way, `${first} ${way}`])

test.each(['saw', 'itsaw', 'thementa', 'qzonmen'])('%s costs as much as its cheapest spaces', (text) => {
  const { problem, lane } = columnsOf(vigenere.encrypt(text, { key: 'DC' }), 2, false)
  expect([...(spacedCosts(problem, lane, Uint8Array.of(3, 2)) ?? [])]).toEqual([
    Math.min(...waysOf(text).map(costOf)),
  ])
})

test.each([1, 7, 20])('kernels give what is found without, of period %i', (period) => {
  const letters = plaintext.replaceAll(' ', '')
  const { problem, lane } = columnsOf(vigenere.encrypt(letters, { key: 'RIVERBED' }), period, false)
  // As many as a beam ends with.
  const keys = Uint8Array.from({ length: 480 * period }, (_, at) => (at * at + 7 * at) % 26)
  const table = costs(true).table
  const byKernels = openKernelSpaces()?.costsBy(problem, lane, { keys, table })
  expect(byKernels).toEqual(costsBy(problem, lane, { keys, table }))
  expect(byKernels?.length).toBe(480)
})

test('text with spaces is not weighed so', () => {
  const { problem, lane } = columnsOf('wkh phq', 1, true)
  expect(spacedCosts(problem, lane, Uint8Array.of(3))).toBeUndefined()
})

test('the keys that are kept of a lane are those that read words', () => {
  const letters = plaintext.replaceAll(' ', '').slice(0, 25)
  const { problem, lane } = columnsOf(vigenere.encrypt(letters, { key: 'RIVERBED' }), 8, false)
  const [best] = solve(problem, lane, { ...troubleOf(problem, 'all'), kept: 1 })
  expect(plan.nameOf(best.key, false).key).toEqual({ key: 'RIVERBED' })
  expect(best.cost).toBe(spacedCosts(problem, lane, best.key)?.[0])
})
