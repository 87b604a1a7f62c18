import { expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { createFixedShiftModel, createRecallingModel } from '../testing/index.ts'

const byNet = createDecipherer({ model: createFixedShiftModel(3) })

test('a buffer is read as a view of it is', () => {
  const recalling = createDecipherer({ model: createRecallingModel() })
  const session = recalling.createSession()
  session.push('Gdwd, gdwd')
  const snapshot = session.snapshot()
  const { buffer } = snapshot.slice() as Uint8Array<ArrayBuffer>
  for (const bytes of [buffer, new DataView(buffer) as unknown as ArrayBuffer]) {
    expect(recalling.createSession(bytes).snapshot()).toEqual(snapshot)
  }
  const gone = buffer.slice()
  structuredClone(gone, { transfer: [gone] })
  expect(() => recalling.createSession(gone)).toThrow('not a usable snapshot: length')
})

test.each([
  ['null', null],
  ['"RSNP"', 'RSNP'],
  ['""', ''],
  ['an array', [82, 83]],
  ['an object', {}],
])('%s is no snapshot', (received, value) => {
  expect(() => byNet.createSession(value as unknown as Uint8Array)).toThrow(
    `snapshot: expected bytes, received ${received}`,
  )
})
