import { expect, test } from 'vitest'
import { createModel } from '../../create-model.ts'
import { randomNet, smallConfig } from '../../testing/small-net.ts'
import { loadWasmEngine } from './wasm.ts'

interface Builtins {
  getBuiltinModule(name: 'node:v8'): { setFlagsFromString(flags: string): void }
  getBuiltinModule(name: 'node:vm'): { runInNewContext(code: string): () => void }
}

test('a state that nobody freed is given back once it is collected', async () => {
  const { process } = globalThis as unknown as { process: Builtins }
  process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc')
  const collect = process.getBuiltinModule('node:vm').runInNewContext('gc')
  const model = createModel(randomNet(smallConfig(), 1), 'id', await loadWasmEngine())
  for (let i = 0; i < 1000; i++) model.step(1, model.createState())
  expect(model.memory.states).toBe(1000)
  for (let wait = 0; wait < 100 && model.memory.states > 0; wait++) {
    await new Promise((resolve) => setTimeout(resolve, 10))
    collect()
  }
  expect(model.memory.states).toBe(0)
})
