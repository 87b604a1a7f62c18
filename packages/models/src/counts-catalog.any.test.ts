import { openFile } from '@runnel/rnn-model'
import { expect, test } from 'vitest'
import { countsCatalog, findCounts } from './counts-catalog.ts'
import { countsRecipes } from './recipes/index.ts'

test('every recipe has counts, named after the model that they go with', async () => {
  const names = Object.keys(countsCatalog).map((model) => `${model}-counts`)
  expect(names).toEqual(Object.keys(countsRecipes()))
  for (const model of Object.keys(countsCatalog)) {
    const { name, base64 } = await findCounts(model)
    const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0))
    const { header } = await openFile(bytes, { magic: 'RNLC', versions: [1] })
    const { tokenizer, options } = countsRecipes()[name]
    const stated = JSON.parse(new TextDecoder().decode(header))
    expect(stated).toMatchObject({ name: `${model}-counts`, tokenizer, depth: options.depth })
  }
})

test('a model without counts is refused with those that have some', async () => {
  await expect(findCounts('caesar-3')).rejects.toThrow('model: expected one of english, received "caesar-3"')
  await expect(findCounts('toString')).rejects.toThrow('received "toString"')
})
