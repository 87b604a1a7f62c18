import { createRandom } from '@runnel/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contextNode, smallCounts } from '../../testing/small-counts.ts'
import { countsLanguageModel } from '../counts-language-model.ts'
import { STEPS } from './constants.ts'
import type { ContextNode, CountsDefinition } from './counts.ts'
import { encodeCounts } from './encode-counts.ts'
import { loadCounts } from './load-counts.ts'

const [A, B, SPACE] = [1, 2, 3]
const definition = smallCounts()
const { tokenizer } = definition
const probabilities = async (file: Uint8Array, ids: number[]): Promise<number[]> => {
  const counts = await loadCounts(file)
  const context = counts.contextOf(ids, ids.length)
  return [1, 2, 3, 4].map((id) => counts.probabilityOf(id, context))
}

describe('counts by hand', () => {
  test.each<[string, number[], number[]]>([
    ['nothing read', [], [4, 2, 1, 1]],
    ['a context that is not known', [B], [4, 2, 1, 1]],
    ['one exception', [A], [4, 8, 1, 1]],
    ['one that a longer context does not know', [A, A], [4, 8, 1, 1]],
    ['one more in a longer context', [B, A], [2, 8, 1, 1]],
    ['no more than the depth', [SPACE, SPACE, B, A], [2, 8, 1, 1]],
  ])('%s', async (_, ids, shares) => {
    const sum = shares.reduce((a, b) => a + b)
    const found = await probabilities(await encodeCounts(definition), ids)
    for (const [i, share] of shares.entries()) expect(found[i]).toBeCloseTo(share / sum, 12)
  })

  test('only as much is read of the ids as is asked for', async () => {
    const counts = await loadCounts(await encodeCounts(definition))
    expect(counts.contextOf([A, B, A, B], 3)).toBe(counts.contextOf([B, A], 2))
  })

  test('quarters of a bit are what they should be', async () => {
    const levels = Uint8Array.from({ length: 4 }, (_, i) => 100 + i)
    const found = await probabilities(
      await encodeCounts({ ...definition, levels, root: contextNode([]) }),
      [],
    )
    expect(found[3] / found[0]).toBeCloseTo(2 ** -0.75, 14)
    expect(found[1] / found[0]).toBeCloseTo(2 ** -0.25, 14)
  })
})

/** The tree of some contexts, and of those on the way to them. */
function treeOf(contexts: [number[], [number, number][]][]): ContextNode {
  const root = { exceptions: new Map<number, number>(), longer: new Map() }
  for (const [ids, exceptions] of contexts) {
    let at = root
    for (const id of ids) {
      const next = at.longer.get(id) ?? { exceptions: new Map(), longer: new Map() }
      at.longer.set(id, next)
      at = next
    }
    at.exceptions = new Map(exceptions)
  }
  return root
}

const steps = fc.integer({ min: -STEPS.length, max: STEPS.length }).filter((step) => step !== 0)
const id = fc.integer({ min: 1, max: 4 })
/** A context, its symbols from the latest to the earliest, and its exceptions. */
const known = fc.tuple(
  fc.array(id, { minLength: 1, maxLength: 5 }),
  fc.uniqueArray(fc.tuple(id, steps), { selector: ([at]) => at }),
)
const definitions = fc.record({
  levels: fc.uint8Array({ minLength: 4, maxLength: 4 }),
  root: fc.array(known, { maxLength: 20 }).map(treeOf),
})

/** Costs as a tree gives them, without tables. */
const levelsAfter = ({ levels, root }: CountsDefinition, ids: readonly number[]): number[] => {
  const found = [...levels]
  let context: ContextNode | undefined = root
  for (let i = ids.length - 1; context; i--) {
    for (const [at, step] of context.exceptions) found[at - 1] += Math.sign(step) * STEPS[Math.abs(step) - 1]
    context = context.longer.get(ids[i])
  }
  return found
}

test('what is written is read back, after any text', async () => {
  await fc.assert(
    fc.asyncProperty(definitions, fc.array(id, { maxLength: 9 }), async ({ levels, root }, ids) => {
      const given = { name: 'any', tokenizer, levels, root }
      const file = await encodeCounts(given)
      expect(await encodeCounts(given)).toEqual(file)
      const expected = levelsAfter(given, ids)
      const found = await probabilities(file, ids)
      expect(found.reduce((sum, p) => sum + p)).toBeCloseTo(1, 12)
      const [p] = found
      const ratios = expected.map((level) => 2 ** ((expected[0] - level) / 4))
      for (const [i, ratio] of ratios.entries()) expect(found[i] / p / ratio).toBeCloseTo(1, 10)
    }),
  )
})

test('the same bits in Node, workerd and Chromium', async () => {
  const random = createRandom(5)
  const step = () => (random.integer(2) === 0 ? 1 : -1) * (1 + random.integer(STEPS.length))
  const contexts = Array.from({ length: 300 }, (): [number[], [number, number][]] => [
    Array.from({ length: 1 + random.integer(5) }, () => 1 + random.integer(4)),
    [[1 + random.integer(4), step()]],
  ])
  const levels = Uint8Array.of(3, 9, 17, 30)
  const file = await encodeCounts({ ...definition, levels, root: treeOf(contexts) })
  const { contextOf, probabilityOf } = await loadCounts(file)
  const found = Float64Array.from({ length: 4000 }, () => {
    const ids = Array.from({ length: 5 }, () => 1 + random.integer(4))
    return probabilityOf(1 + random.integer(4), contextOf(ids, 5))
  })
  expect(checksum(found)).toBe(2645238806)
})

/** FNV-1a over the bytes of numbers. */
const checksum = (values: Float64Array): number => {
  let hash = 0x811c9dc5
  for (const byte of new Uint8Array(values.buffer)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}

test('as a language model: the tokenizer, and probabilities of the latest symbols', async () => {
  const counts = await loadCounts(await encodeCounts(definition))
  const model = countsLanguageModel(counts)
  const state = model.createState()
  model.step(SPACE, state)
  model.step(B, state)
  expect([...model.step(A, state)]).toEqual([0, ...[2, 8, 1, 1].map((share) => Math.fround(share / 12))])
  expect({ id: model.id, stateLength: model.stateLength }).toEqual({ id: counts.id, stateLength: 2 })
})

test('a step that has no size, or symbols that the alphabet lacks, are not written', async () => {
  await expect(
    encodeCounts({ ...definition, root: contextNode([], [[A, contextNode([[B, 99]])]]) }),
  ).rejects.toThrow('no step 99')
  await expect(encodeCounts({ ...definition, tokenizer: { alphabet: 'aa' } })).rejects.toThrow('alphabet')
})
