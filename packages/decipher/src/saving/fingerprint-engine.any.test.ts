import { type Engine, loadDefaultEngine, loadWasmEngine } from '@runnel/rnn-model'
import { expect, test } from 'vitest'
import { createDecipherer, type Decipherer } from '../decipherer.ts'
import { SnapshotMismatchError } from '../errors.ts'
import { finalText } from '../pipelines/streams.ts'
import { createBigramModel, createRecallingModel, createSampleCounts } from '../testing/index.ts'

const [int8, int16] = [await loadDefaultEngine(), await loadWasmEngine({ arithmetic: 'int16' })]
const counts = await createSampleCounts()
const kinds: Record<string, (engine: Engine) => Decipherer> = {
  'a net that reads ciphertext': (engine) => createDecipherer({ model: createRecallingModel(engine) }),
  'a search over keys': (engine) =>
    createDecipherer({ model: createBigramModel(undefined, engine), cipher: 'caesar' }),
  'a search with counts': (engine) =>
    createDecipherer({ model: createBigramModel(undefined, engine), counts, cipher: 'caesar' }),
}
const ciphertext = 'Wkh ulyhu frphv grzq iurp wkh kloov lq vsulqj.'

const snapshotOf = (decipherer: Decipherer): Uint8Array => {
  const session = decipherer.createSession()
  session.push(ciphertext)
  return session.snapshot()
}

test.each(Object.entries(kinds))('%s: a snapshot of another arithmetic is refused', (_, create) => {
  const restore = () => create(int8).createSession(snapshotOf(create(int16)))
  expect(restore).toThrow(SnapshotMismatchError)
  expect(restore).toThrow(
    'the snapshot belongs to engine wasm-int16, this session is for engine wasm-int8: ' +
      'to go on, load the model with the engine wasm-int16; or begin anew',
  )
})

test('where the model is another too, the engine is no remedy', () => {
  const snapshot = snapshotOf(kinds['a search over keys'](int16))
  const restore = () => kinds['a net that reads ciphertext'](int8).createSession(snapshot)
  expect(restore).toThrow(SnapshotMismatchError)
  expect(restore).not.toThrow('to go on')
})

test('a key known needs no engine, and its snapshot names none', () => {
  const byKey = createDecipherer({ cipher: 'caesar', key: '3' })
  const snapshot = snapshotOf(byKey)
  expect(new TextDecoder().decode(snapshot)).not.toContain('engine')
  expect(finalText(byKey.createSession(snapshot).push('Gdwd'))).toBe('Data')
})
