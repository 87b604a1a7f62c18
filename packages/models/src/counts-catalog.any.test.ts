import { openFile } from '@runnel/rnn-model'
import { expect, test } from 'vitest'
import { countsCatalog, findCounts } from './counts-catalog.ts'
import { englishLetters } from './english-letters.weights.ts'
import { englishWords } from './english-words.weights.ts'
import { countsRecipes } from './recipes/index.ts'

test('every recipe has counts, named after the model that they go with', async () => {
  const names = Object.keys(countsCatalog).map((model) => `${model}-counts`)
  expect(names).toEqual(
    Object.keys(countsRecipes()).filter((name) => countsRecipes()[name].form === undefined),
  )
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

test('counts that a substitution is searched with: of words, and of letters alone', async () => {
  for (const { name, base64 } of [englishWords, englishLetters]) {
    const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0))
    const { header } = await openFile(bytes, { magic: 'RNLC', versions: [1] })
    const { tokenizer, options, form } = countsRecipes()[name]
    expect(JSON.parse(new TextDecoder().decode(header))).toMatchObject({
      name,
      tokenizer,
      depth: options.kept,
    })
    expect(name).toBe(`english-${form}`)
    // Both together are to be no more than an edge can hold.
    expect(bytes.length).toBeLessThan(150 * 1024)
  }
})
