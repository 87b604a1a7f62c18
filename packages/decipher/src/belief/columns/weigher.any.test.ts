import { createVigenere } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { createPeriodicFamily } from '../../keys/periodic-family.ts'
import { createSampleCounts } from '../../testing/sample-counts.ts'
import { foldedIds } from '../hypothesis/folded-ids.ts'
import { SoughtText } from '../locked/sought-text.ts'
import { inOrder, readSymbol } from './candidate.ts'
import { createColumnPlan } from './column-plan.ts'
import { sharedCosts } from './costs.ts'
import { createProblem, readAs } from './create-problem.ts'
import { createLanes, extendLanes } from './lane.ts'
import { createWeigher } from './weigher.ts'

const plaintext = 'the boat came down the river and the men on the water saw it'
const counts = await createSampleCounts(`${plaintext} `.repeat(3))
const vigenere = createVigenere()
const work = { steps: 0 }
const plan = createColumnPlan({
  family: createPeriodicFamily({ cipher: vigenere, values: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' }),
  counts,
  costs: sharedCosts(counts),
  work,
  idOf: foldedIds(counts.tokenizer),
  decrypt: (text, key) => vigenere.decrypt(text, key),
})

const columnsOf = (ciphertext: string) => {
  const { alphabet } = plan
  const text = new SoughtText({ alphabet: alphabet.family.alphabet, idOf: alphabet.idOf })
  const lanes = createLanes(alphabet)
  for (const unit of ciphertext) if (text.push(unit.charCodeAt(0))) extendLanes(lanes, text, alphabet)
  return { problem: readAs(plan, createProblem(plan, text), ciphertext.includes(' ')), lanes }
}

const keys = [
  [3, 7, 1, 9],
  [3, 7, 2, 9],
  [3, 7, 2, 9],
  [4, 7, 2, 9],
  [3, 7, 1, 0],
].map((key) => Uint8Array.from(key))

test.each([plaintext, plaintext.replaceAll(' ', ''), 'the'])(
  'keys weighed one after another cost as much as each alone: %s',
  (text) => {
    const { problem, lanes } = columnsOf(vigenere.encrypt(text, { key: 'DHBJ' }))
    const weigh = createWeigher(problem)
    for (const lane of [lanes[3], lanes[23]]) {
      for (const key of keys) {
        const alone = { lane, key, cost: 5, state: problem.costs.reader.create() }
        for (let at = 0; at < problem.text.symbols; at++) readSymbol(problem, alone, at)
        expect(weigh(lane, key, 5)).toEqual(alone)
      }
    }
  },
)

test('a beginning that two keys read alike is read once', () => {
  const { problem, lanes } = columnsOf('xoqlmvbb')
  const weigh = createWeigher(problem)
  const workOf = (key: Uint8Array): number => {
    const before = work.steps
    weigh(lanes[3], key, 0)
    return (work.steps - before) / problem.costs.reader.work
  }
  expect(keys.map(workOf).map(Math.round)).toEqual([8, 6, 5, 8, 8])
})

test('keys that begin alike follow one another', () => {
  const [lane] = columnsOf('xoq').lanes.slice(3)
  const order = keys.map((key) => ({ lane, key })).sort(inOrder)
  expect(order.map(({ key }) => key.join(' '))).toEqual([
    '3 7 1 0',
    '3 7 1 9',
    '3 7 2 9',
    '3 7 2 9',
    '4 7 2 9',
  ])
})
