import { LATIN } from '@runnel/core'
import { createEnigma } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { parseRotorMachine } from '../../keys/rotor-machine.ts'
import { createSampleCounts } from '../../testing/sample-counts.ts'
import { sharedCosts } from '../columns/costs.ts'
import { foldedIds } from '../hypothesis/folded-ids.ts'
import { openKernelStarts } from './kernel-starts.ts'
import { createRotorPlan } from './rotor-plan.ts'
import { Starts } from './starts.ts'

const plaintext = 'the boat came down the river and the men on the water saw it'
const counts = await createSampleCounts(`${plaintext} `.repeat(3))
const costs = sharedCosts(counts)
const enigma = createEnigma()

/** Starts of a machine that are left after each unit of a text, the least of their costs, and the weights of all. */
const follow = (wheels: string, ciphertext: string, open: typeof openKernelStarts) => {
  const idOf = foldedIds(counts.tokenizer)
  const plan = createRotorPlan(parseRotorMachine(wheels), { counts, costs, work: { steps: 0 }, idOf })
  const starts = new Starts(plan, plan.starts, open)
  const { table } = costs(true)
  return Array.from(ciphertext, (unit) => {
    const letter = LATIN.indexOf(unit)
    if (letter === -1) starts.readOther(idOf(unit.charCodeAt(0)), table)
    else starts.readLetter(letter, table)
    starts.prune()
    return { ids: starts.ids.slice(), least: starts.least, sum: starts.sumBut(0) }
  })
}

test.each([
  ['I-II-III', 'B I-II-III AAA KDO'],
  ['C V-III-IV BHX', 'C V-III-IV BHX ADU'],
  ['II-IV-V AA?', 'B II-IV-V AAQ XZK'],
])('starts of %s read in kernels cost what they cost without', (wheels, key) => {
  const ciphertext = enigma.encrypt('the river boat', enigma.parseKey(key))
  expect(openKernelStarts()).toBeDefined()
  const byKernel = follow(wheels, ciphertext, openKernelStarts)
  const [{ ids }] = byKernel
  expect(ids.length).toBeGreaterThan(16_000)
  expect(byKernel).toEqual(follow(wheels, ciphertext, () => undefined))
})
