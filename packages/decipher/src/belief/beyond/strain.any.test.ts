import { expect, test } from 'vitest'
import { createByteReader, createByteWriter } from '../../saving/bytes.ts'
import { Strain } from './strain.ts'

/** Has letters of so many bits each read. */
const read = (strain: Strain, letters: number, bits: number): Strain => {
  for (let i = 0; i < letters; i++) strain.read(2 ** -bits)
  return strain
}

test('letters of four bits each are too dear in time', () => {
  const strain = read(new Strain(), 27, 4)
  expect([strain.isFelt, strain.isGreat]).toEqual([false, false])
  expect(read(strain, 1, 4).isFelt).toBe(true)
  expect(read(strain, 59, 4).isGreat).toBe(false)
  expect(read(strain, 1, 4).isGreat).toBe(true)
})

test('text of the language is not, and ends it soon', () => {
  const strain = read(new Strain(), 10_000, 2.5)
  expect(read(strain, 30, 4).isFelt).toBe(true)
  expect(read(strain, 10, 2).isFelt).toBe(false)
  expect(read(read(strain, 10_000, 5), 61, 2).isFelt).toBe(false)
})

test('is saved and restored, and forgotten', () => {
  const writer = createByteWriter()
  read(new Strain(), 87, 4).save(writer)
  const restored = new Strain(createByteReader(writer.bytes(), 'strain'))
  expect(restored.isGreat).toBe(false)
  expect(read(restored, 1, 4).isGreat).toBe(true)
  restored.forget()
  expect(restored.isFelt).toBe(false)
})
