import { createXor, xorKeyOf } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { createPeriodicFamily } from '../../keys/periodic-family.ts'
import { createSampleCounts } from '../../testing/sample-counts.ts'
import { foldedIds } from '../hypothesis/folded-ids.ts'
import { SoughtText } from '../locked/sought-text.ts'
import { createByteCosts } from './byte-costs.ts'
import { readSymbol } from './candidate.ts'
import { createColumnPlan } from './column-plan.ts'
import { BYTES } from './constants.ts'
import { sharedCosts } from './costs.ts'
import { createProblem } from './create-problem.ts'
import { createLanes, extendLanes } from './lane.ts'

const counts = await createSampleCounts('the boat came down the river to the sea '.repeat(3))
const xor = createXor()
const values = xor.alphabet.letters
const plan = createColumnPlan({
  family: createPeriodicFamily({ cipher: xor, values, spell: (key) => xorKeyOf(key).key }),
  counts,
  costs: sharedCosts(counts),
  work: { steps: 0 },
  idOf: foldedIds(counts.tokenizer),
  decrypt: (text, key) => xor.decrypt(text, key),
})

/** Cost of a text that nothing was combined with. */
const costOf = (plaintext: string): number => {
  const { alphabet } = plan
  const text = new SoughtText({ alphabet: alphabet.family.alphabet, idOf: alphabet.idOf })
  const lanes = createLanes(alphabet)
  for (const unit of plaintext) if (text.push(unit.charCodeAt(0))) extendLanes(lanes, text, alphabet)
  const problem = createProblem(plan, text)
  const candidate = { lane: lanes[0], key: Uint8Array.of(0), cost: 0, state: problem.costs.reader.create() }
  for (let at = 0; at < text.symbols; at++) readSymbol(problem, candidate, at)
  return candidate.cost
}

test('a capital costs less where a word begins than within one', () => {
  const [small, first, second, within] = ['the sea', 'The sea', 'the Sea', 'the sEa'].map(costOf)
  const [capital, letter] = ['T', 't'].map((unit) => createByteCosts(BYTES.first)[unit.charCodeAt(0)])
  expect([first - small, second - small]).toEqual([capital - letter, capital - letter])
  expect(within - small).toBeGreaterThan(first - small)
})

test('signs cost by how often prose has them, and none of ASCII costs as much as what is no text', () => {
  const costs = createByteCosts(BYTES.upper)
  const [comma, stop, bracket, control] = [',', '.', '[', '\u0001'].map((unit) => costs[unit.charCodeAt(0)])
  expect(stop).toBeLessThan(comma)
  expect(comma).toBeLessThan(bracket)
  expect(bracket).toBeLessThan(control)
  expect(control).toBe(BYTES.most)
})
