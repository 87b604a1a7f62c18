import { loadModel, type RnnModel } from '@runnel/rnn-model'
import { afterEach, expect, test, vi } from 'vitest'
import { catalog, findModel } from './catalog.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const text = `It was a damp, drizzly November; and whenever it is so I account it high time to get to sea as soon as I
can. There is nothing surprising in this: almost all men in their degree cherish very nearly the same feelings.`

const read = (model: RnnModel): Float32Array => {
  const ids = model.tokenizer.encode(text).filter((id) => id > 0)
  const out = new Float32Array(ids.length * model.outputs)
  model.run(ids, model.createState(), out)
  return out
}

// The model as a browser without relaxed SIMD has it, and as one that has it.
test.each(Object.keys(catalog))('%s gives the same bits on text without relaxed SIMD', async (name) => {
  const relaxed = await loadModel(await findModel(name))
  const { compile } = WebAssembly
  const compiling = vi.spyOn(WebAssembly, 'compile').mockImplementation(compile)
  compiling.mockRejectedValueOnce(new WebAssembly.CompileError('no relaxed SIMD'))
  const plain = await loadModel(await findModel(name))
  expect(compiling).toHaveBeenCalledTimes(2)
  expect(read(plain)).toEqual(read(relaxed))
  expect(plain.engine).toBe(relaxed.engine)
})
