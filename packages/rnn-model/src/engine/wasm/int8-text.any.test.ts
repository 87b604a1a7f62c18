import { LATIN } from '@runnel/core'
import { expect, inject, test } from 'vitest'
import { cells } from '../../cells/index.ts'
import { createModel } from '../../create-model.ts'
import { quantiseModel } from '../../quantise.ts'
import { engineOfBuild, runsBuild } from '../../testing/engine-of-build.ts'
import { randomNet, smallConfig } from '../../testing/small-net.ts'

const whole = `It was a damp, drizzly November; and whenever it is so I account it high time to get to sea as soon as I
can. There is nothing surprising in this. If they but knew it, almost all men in their degree, some time or other,
cherish very nearly the same feelings towards the ocean with me. Circumambulate the city of a dreamy Sabbath afternoon.`
/** Less of it where it has been read before. */
const text = whole.slice(0, whole.length * inject('share'))

const plain = await engineOfBuild('int8')
const relaxed = runsBuild('int8-relaxed') ? await engineOfBuild('int8-relaxed') : plain

/*
 * Weights of a real size, with 8 bits and with more: some columns are whole and fit, others are rounded anew. A state
 * begun in one build goes on in the other, as it does when a snapshot moves to a runtime without relaxed SIMD.
 */
test.each(
  cells.flatMap(({ name }) => [
    [name, '8-bit'],
    [name, 'float32'],
  ]),
)('%s, %s weights: relaxed and plain SIMD give the same bits on text', (cell, weights) => {
  const real = randomNet(smallConfig(256, 'one-hot', `${LATIN} '0?`, [cell, cell]), 5)
  const net = weights === '8-bit' ? quantiseModel(real) : real
  const [fast, slow] = [createModel(net, 'id', relaxed), createModel(net, 'id', plain)]
  const ids = fast.tokenizer.encode(text)
  const half = ids.length >> 1
  const read = (from: typeof fast, to: typeof fast) => {
    const state = from.createState()
    const first = new Float32Array(half * 31)
    from.run(ids.subarray(0, half), state, first)
    const moved = Array.from({ length: 5 }, () => to.loadState(from.saveState(state)))
    const many = new Float32Array(5 * 31)
    const rest = Array.from(ids.subarray(half), (id) => {
      to.stepMany(Array(5).fill(id), moved, many)
      return many.slice()
    })
    return { first, rest, state: to.saveState(moved[4]) }
  }
  const told = read(fast, fast)
  expect(new Set(told.first).size).toBeGreaterThan(1000)
  expect(read(slow, slow)).toEqual(told)
  expect(read(slow, fast)).toEqual(told)
  expect(read(fast, slow)).toEqual(told)
})
